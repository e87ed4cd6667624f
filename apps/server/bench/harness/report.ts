import type { Figure } from './outcome.js';

export interface Outcome { name: string; at: string; rounds: number; loadBefore: number; figures: Figure[] }
export interface Results { machine: { cores: number; node: string }; outcomes: Outcome[] }

const HEAD = ['What', 'Ours', 'Peer', 'Ratio', 'Target', 'Holds'];

/** The figures as they stand on a screen. */
export function table(outcomes: readonly Outcome[]): string {
  const rows = [HEAD, ...outcomes.flatMap(({ figures }) => figures.map(cells))];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

/**
 * The page for the documentation.
 * @param order every benchmark by its name, as they stand on the page
 * @param earlier the page as it was: of what was measured elsewhere it keeps the part
 */
export function page({ machine, outcomes }: Results, order: readonly string[], earlier: string): string {
  const rounds = Math.min(...outcomes.map((outcome) => outcome.rounds));
  const part = ({ name, figures, at, loadBefore, rounds: turns }: Outcome): string => [
    `## ${name}`, '', `${at.slice(0, 10)}, ${turns} rounds; load of the machine before: ${loadBefore.toFixed(1)}.`, '', `| ${HEAD.join(' | ')} |`, `|${HEAD.map(() => '---').join('|')}|`, ...figures.map((figure) => `| ${cells(figure).join(' | ')} |`), '',
  ].join('\n');
  return `# Benchmarks

Made by \`npm run bench -- --page\` on a machine with ${machine.cores} cores, Node ${machine.node}. Medians of at least ${rounds} rounds, least to most in brackets. A load above 0 before a run means that other programs had part of the machine: ratios hold, absolute times are too long. The peers ran in turns with ours, against the same servers, and a ratio is
the median over the rounds of ours by theirs. What each one does stands at the head of its file in [apps/server/bench/cases](../apps/server/bench/cases).

${order.flatMap((name) => { const measured = outcomes.find((outcome) => outcome.name === name); return measured ? [part(measured)] : keptOf(earlier, name); }).join('\n')}`;
}

/** The part of a page about one benchmark; nothing where it has none. */
function keptOf(earlier: string, name: string): string[] {
  const from = earlier.indexOf(`\n## ${name}\n`);
  if (from < 0) return [];
  const next = earlier.indexOf('\n## ', from + 1);
  return [`${earlier.slice(from + 1, next < 0 ? undefined : next).trimEnd()}\n`];
}

function cells({ what, unit, ours, peer, ratio, target, holds }: Figure): string[] {
  const spread = ({ median, least, most }: { median: number; least: number; most: number }): string => `${short(median)} ${unit} (${short(least)}–${short(most)})`;
  return [what, spread(ours), peer ? `${peer.name}: ${spread(peer)}` : '–', ratio === null ? '–' : `${ratio.toFixed(2)} ×`, target, holds === null ? '–' : holds ? 'yes' : '**no**'];
}

/** Three digits are as many as a measurement of this kind has. */
export function short(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}
