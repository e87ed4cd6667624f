import { createTheme, type Theme } from '@mui/material/styles';
import type { Language } from '@tawama/contracts';
import type { Mode } from '../preferences.js';
import { dark, light } from './palette.js';

const FONT = "'IBM Plex Sans Arabic', 'Segoe UI', Tahoma, sans-serif";
const plain = { fontFamily: FONT, letterSpacing: 0, textTransform: 'none' as const };

/** Calm and institutional: flat cards, one accent, no capitals, no letter-spacing, a visible focus, targets of 24 px and more. */
export function themeFor(mode: Mode, language: Language): Theme {
  const palette = mode === 'dark' ? dark : light;
  const lineHeight = language === 'ar' ? 1.7 : 1.6;
  return createTheme({
    direction: language === 'ar' ? 'rtl' : 'ltr',
    palette,
    shape: { borderRadius: 10 },
    typography: {
      ...plain, fontSize: 14, fontWeightMedium: 600, fontWeightBold: 600,
      h1: { ...plain, fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.6 },
      h2: { ...plain, fontSize: '1.125rem', fontWeight: 600, lineHeight: 1.6 },
      h3: { ...plain, fontSize: '1rem', fontWeight: 600, lineHeight: 1.6 },
      h4: { ...plain, fontSize: '1rem', fontWeight: 600 }, h5: { ...plain, fontSize: '1rem', fontWeight: 600 }, h6: { ...plain, fontSize: '1rem', fontWeight: 600 },
      subtitle1: { ...plain, lineHeight }, subtitle2: { ...plain, lineHeight, fontWeight: 600 },
      body1: { ...plain, fontSize: '0.9375rem', lineHeight }, body2: { ...plain, fontSize: '0.875rem', lineHeight },
      button: { ...plain, fontWeight: 600, lineHeight: 1.6 }, caption: { ...plain, fontSize: '0.8125rem', lineHeight }, overline: { ...plain, fontSize: '0.8125rem', lineHeight },
    },
    components: {
      MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { '&.Mui-focusVisible': { outline: '3px solid', outlineColor: 'inherit', outlineOffset: 2 } } } },
      MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { minHeight: 40, borderRadius: 10 }, sizeSmall: { minHeight: 34 } } },
      MuiIconButton: { styleOverrides: { root: { minWidth: 40, minHeight: 40 }, sizeSmall: { minWidth: 34, minHeight: 34 } } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiDialog: { defaultProps: { fullWidth: true, maxWidth: 'sm' }, styleOverrides: {
        // A form gives up its own box: what it holds scrolls between title and buttons, which stay in sight.
        paper: { border: '1px solid', borderColor: palette.divider, '& > form': { display: 'contents' } },
      } },
      MuiDialogTitle: { defaultProps: { component: 'h2' }, styleOverrides: { root: { fontSize: '1.125rem', fontWeight: 600 } } },
      // A sheet that is seen as one on paper and on the ground, in both modes.
      MuiAlert: { styleOverrides: { root: ({ ownerState: { severity = 'success' }, theme }) => ({ color: theme.palette.text.primary, backgroundColor: theme.palette[severity].light }) } },
      // Room for the raised label of a field that comes first.
      MuiDialogContent: { styleOverrides: { root: { '.MuiDialogTitle-root + &': { paddingBlockStart: 8 } } } },
      MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px', gap: 8, flexWrap: 'wrap' }, spacing: { '& > :not(style) ~ :not(style)': { marginInlineStart: 0 } } } },
      MuiTableCell: { styleOverrides: { root: { borderColor: palette.divider, lineHeight: 1.6 }, head: { fontWeight: 600, color: 'inherit', whiteSpace: 'nowrap' } } },
      MuiTableSortLabel: { styleOverrides: { root: { minHeight: 28 } } },
      MuiChip: { styleOverrides: { root: { minHeight: 28, fontWeight: 400 } } },
      MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
      MuiInputLabel: { styleOverrides: { root: { color: palette.text?.secondary } } },
      MuiOutlinedInput: { styleOverrides: { notchedOutline: { borderColor: mode === 'dark' ? '#7d867f' : '#8a8f84' } } },
      MuiTab: { styleOverrides: { root: { minHeight: 44, fontWeight: 600, color: palette.text?.secondary } } },
      MuiTabs: { styleOverrides: { root: { minHeight: 44 } } },
      MuiTooltip: { defaultProps: { enterDelay: 400 }, styleOverrides: { tooltip: { fontSize: '0.8125rem' } } },
      MuiLink: { defaultProps: { underline: 'hover' }, styleOverrides: { root: { textUnderlineOffset: 5, textDecorationThickness: 1 } } },
      MuiSkeleton: { defaultProps: { animation: false } },
    },
  });
}
