import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ForecastItem } from '@tawama/contracts';
import { useWords } from '../ui/words.js';

export const mailRow = { display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.25, alignItems: 'baseline', paddingBlock: 1, borderBlockEnd: '1px solid', borderColor: 'divider', '&:last-of-type': { borderBlockEnd: 0 } } as const;
export const mailList = { listStyle: 'none', margin: 0, padding: 0 } as const;

/** Mails that will leave: on which morning, about what, to whom. */
export function MailsAhead({ mails }: { mails: readonly ForecastItem[] }) {
  const { t, dateTime } = useWords();
  return (
    <Box component="ul" sx={mailList}>
      {mails.map((mail) => (
        <Box component="li" key={`${mail.dueAt}${mail.personId}`} sx={mailRow}>
          <Box sx={{ flex: '0 0 auto', inlineSize: { sm: 235 } }}>{dateTime(mail.localDate, mail.localTime, 'short')}</Box>
          <Box sx={{ flex: '1 1 220px', minInlineSize: 0 }}><bdi lang={mail.language}>{mail.subject}</bdi>{mail.held && ` (${t('agreements.heldHint')})`}<Typography variant="body2" color="text.secondary"><bdi dir="ltr">{mail.email}</bdi></Typography></Box>
        </Box>
      ))}
    </Box>
  );
}
