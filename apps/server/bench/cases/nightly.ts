import type { WorkflowTemplate } from '@tawama/contracts';
import { withClient } from '../../test/workers.js';
import type { NightAnswer, NightOrder, NightSettings } from '../contenders/night.js';
import { hire } from '../harness/contender.js';
import { europe } from '../harness/europe.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';

const words = (text: string) => ({ ar: text, fr: text, en: text });
const DAYS_TO_ANOTHER_MONTH = 31;

/**
 * The jobs of a night for every twinning of Europe, on a path with reports that come again and dates counted in working days. First they
 * catch up with all that has never been laid out, then an ordinary night, then one of another month, on which steps come into sight.
 */
export async function nightly(ground: Ground): Promise<Figure[]> {
  const databaseUrl = await ground.database(await europe(ground));
  await withClient(databaseUrl, async (db) => {
    const { rows: [followed] } = await db.query<{ definition: WorkflowTemplate }>('SELECT definition FROM template_version WHERE (key, version) = (SELECT template_key, template_version FROM agreement LIMIT 1)');
    if (!followed) throw new Error('no agreement follows a template');
    const repeating = repeatingVersion(followed.definition);
    await db.query('INSERT INTO template_version (key, version, definition) VALUES ($1, $2, $3)', [repeating.key, repeating.version, repeating]);
    await db.query('UPDATE agreement SET template_version = $1', [repeating.version]);
  });
  /** A process of its own for each kind of night: what one has in memory is not another's. */
  const nights = async (what: string, days: number, count: number): Promise<{ seconds: number[]; peakMb: number }> => {
    const program = await hire<NightSettings, NightOrder, NightAnswer>('night', { databaseUrl });
    try {
      const taken: number[] = [];
      let peakMb = NaN;
      for (let night = 0; night < count; night += 1) {
        const answer = await program.run({ days });
        taken.push(Object.values(answer.seconds).reduce((all, one) => all + one, 0));
        ({ peakMb } = answer);
        ground.say(`  ${what}: ${taken.at(-1)?.toFixed(1)} s, ${peakMb.toFixed(0)} MB; ${Object.entries(answer.seconds).map(([job, seconds]) => `${job} ${seconds.toFixed(1)}`).join(', ')}`);
      }
      return { seconds: taken, peakMb };
    } finally {
      await program.end();
    }
  };
  const first = await nights('everything for the first time', 0, 1);
  const ordinary = await nights('an ordinary night', 1, ground.rounds);
  const months = await nights('a night of another month', DAYS_TO_ANOTHER_MONTH, ground.rounds);
  return [
    figure({ what: 'An ordinary night of every twinning of Europe', unit: 's', ours: ordinary.seconds, target: { of: 'ours', atMost: 60 } }),
    figure({ what: 'its memory at the most', unit: 'MB', ours: [ordinary.peakMb], target: { of: 'ours', atMost: 300 } }),
    figure({ what: 'The night of another month, steps coming into sight', unit: 's', ours: months.seconds, target: { of: 'ours', atMost: 60 } }),
    figure({ what: 'its memory at the most', unit: 'MB', ours: [months.peakMb], target: { of: 'ours', atMost: 300 } }),
    figure({ what: 'The first night, which lays out everything', unit: 's', ours: first.seconds }),
    figure({ what: 'its memory at the most', unit: 'MB', ours: [first.peakMb] }),
  ];
}

/** The same path with a report each quarter, a meeting twice a year, and a step that is counted in working days. */
function repeatingVersion(template: WorkflowTemplate): WorkflowTemplate {
  const { stages: [stage], milestones } = template;
  if (!stage) throw new Error('the template has no stages');
  const step = (key: string, number: string, rest: Pick<WorkflowTemplate['milestones'][number], 'due' | 'repeats'>): WorkflowTemplate['milestones'][number] => ({
    key, number, stage: stage.key, title: words(key), responsible: { function: 'coordinator', counterpart: true }, evidence: null, produces: [], certainty: 'confirmed', note: null, ...rest,
  });
  return {
    ...template, version: template.version + 1,
    milestones: [
      ...milestones.filter(({ key }) => !['nightly-report', 'nightly-meeting', 'nightly-check'].includes(key)),
      step('nightly-report', '9.91', { due: { rule: 'endOf', period: 'quarter', from: { event: 'inForce' }, days: 10 }, repeats: { everyMonths: 3, until: { event: 'expiry' } } }),
      step('nightly-meeting', '9.92', { due: { rule: 'offset', from: { event: 'inForce' } }, repeats: { everyMonths: 6, until: { event: 'expiry' } } }),
      step('nightly-check', '9.93', { due: { rule: 'offset', from: { event: 'signed' }, working: { days: 20, side: 'both' } }, repeats: undefined }),
    ],
  };
}
