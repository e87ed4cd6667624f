import type { PaletteOptions } from '@mui/material/styles';

/** Sand ground, deep green accent; every pair of text and ground reaches 4.5 : 1 (proved by axe in both modes). base.css repeats the values for the first pages. */
export const light: PaletteOptions = {
  mode: 'light',
  primary: { main: '#1f5b45', dark: '#164534', light: '#e3eee7', contrastText: '#ffffff' },
  secondary: { main: '#7a5214', dark: '#5f3f0e', light: '#f3e8d0', contrastText: '#ffffff' },
  error: { main: '#a3262c', light: '#f9e4e2', contrastText: '#ffffff' },
  warning: { main: '#855000', light: '#faecd2', contrastText: '#ffffff' },
  success: { main: '#1d6a3e', light: '#e0f0e4', contrastText: '#ffffff' },
  info: { main: '#265985', light: '#e2ecf5', contrastText: '#ffffff' },
  background: { default: '#f6f2e8', paper: '#fffdf8' },
  text: { primary: '#22302a', secondary: '#54605a', disabled: '#6d766f' },
  divider: '#d9d0bc',
  action: { hover: 'rgba(31, 91, 69, 0.06)', selected: 'rgba(31, 91, 69, 0.11)', active: '#3f4f47' },
};

export const dark: PaletteOptions = {
  mode: 'dark',
  primary: { main: '#86cba8', dark: '#a8dcc1', light: '#24362e', contrastText: '#10201a' },
  secondary: { main: '#e2bd7d', dark: '#efd4a4', light: '#3a301c', contrastText: '#221a0a' },
  error: { main: '#f4a6a0', light: '#42211f', contrastText: '#2a0c0a' },
  warning: { main: '#efc27b', light: '#3d2f17', contrastText: '#261a05' },
  success: { main: '#92d2a9', light: '#1d3826', contrastText: '#0c2013' },
  info: { main: '#a3c9ea', light: '#1f3142', contrastText: '#0b1a28' },
  background: { default: '#131916', paper: '#1b2320' },
  text: { primary: '#ebe7db', secondary: '#b7bbb0', disabled: '#979c93' },
  divider: '#39433d',
  action: { hover: 'rgba(134, 203, 168, 0.09)', selected: 'rgba(134, 203, 168, 0.16)', active: '#c5cbc2' },
};
