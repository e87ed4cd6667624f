import LinearProgress from '@mui/material/LinearProgress';
import Box from '@mui/material/Box';
import type { Project } from '@tawama/contracts';
import { indicatorShare } from '@tawama/domain';
import { formatPercent } from '@tawama/messages';
import { Name } from '../ui/Name.js';
import { useWords } from '../ui/words.js';
import { useFigures } from './figures.js';

/** From where an indicator began to where it shall come, and where it is: a small bar with all its figures in words. */
export function IndicatorBar({ indicator, named = true }: { indicator: NonNullable<Project['indicator']>; named?: boolean }) {
  const { t, text, language, colon } = useWords();
  const { withUnit, number } = useFigures();
  const share = indicatorShare(indicator);
  const now = indicator.actual === null ? t('projects.notMeasured') : withUnit(indicator.actual, indicator.unit);
  return (
    <Box sx={{ minInlineSize: 0, maxInlineSize: 420 }}>
      {named && <div><Name of={indicator.label} />{colon}<strong><bdi>{now}</bdi></strong></div>}
      {share !== null && <LinearProgress variant="determinate" value={share} aria-label={`${text(indicator.label)}${colon}${t('projects.share', { percent: formatPercent(share, language) })}`} sx={{ blockSize: 8, borderRadius: 4, marginBlock: 0.5 }} />}
      {(indicator.baseline !== null || indicator.target !== null) && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 1.5, fontSize: '0.875rem', color: 'text.secondary' }}>
          <span>{indicator.baseline !== null && <>{t('projects.baseline')}{colon}<bdi>{number(indicator.baseline)}</bdi></>}</span>
          <span>{indicator.target !== null && <>{t('projects.target')}{colon}<bdi>{number(indicator.target)}</bdi></>}</span>
        </Box>
      )}
    </Box>
  );
}
