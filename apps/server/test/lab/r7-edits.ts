import fc from 'fast-check';
import { expect } from 'vitest';
import type pg from 'pg';
import { inLab } from './lab.js';
import { actionArbitrary, type Action } from './r7-actions.js';
import { EditedClub } from './r7-club.js';
import { scenario } from './scenario.js';
import { signIn } from './sign-in.js';

interface Size { runs: number; commands: number }

/**
 * People move, finish, block and hand over steps over HTTP while two processes sweep and send, and the club's clock goes on.
 * After each run every mail and every reminder is held against what was true when it was made.
 */
export const r7 = scenario<Size>({
  name: 'r7', title: 'edits while sweeping: no mail for a cancelled or moved date', short: { runs: 6, commands: 30 }, full: { runs: 1_000, commands: 50 },
  run: (ground, { runs, commands }) => inLab(ground, { keep: true, variables: { ROLE: 'all' } }, async (lab) => {
    await (await lab.hire({ ROLE: 'worker' })).ready;
    const api = await signIn(lab, lab.workers[0]?.url ?? '');
    const tally = { runs: 0, edits: 0, refused: 0, mails: 0 };
    await lab.within(async (client: pg.Client) => {
      const play = async (actions: readonly Action[]): Promise<void> => {
        const club = await EditedClub.found(client, api, lab.sink, tally.runs);
        for (const action of actions) await club.take(action);
        await club.settle(() => lab.settled());
        expect(await club.wrongs()).toEqual([]);
        await club.dissolve();
        tally.runs += 1;
        tally.edits += club.edits;
        tally.refused += club.refused;
        tally.mails += club.mails;
        if (tally.runs % 50 === 0) ground.say(`${tally.runs} runs, ${tally.edits} edits, ${tally.mails} mails`);
      };
      await fc.assert(fc.asyncProperty(fc.array(actionArbitrary, { minLength: commands, maxLength: commands }), play), { numRuns: runs, seed: ground.chance.whole(0, 2_000_000_000), endOnFailure: true });
    });
    const { copies } = await lab.verdict({ copies: 0 });
    // A model that changes nothing, or mails nobody, proves nothing.
    expect(tally.edits).toBeGreaterThan(runs * commands * 0.2);
    expect(tally.mails).toBeGreaterThan(runs);
    return { ...tally, 'mails for a cancelled or moved date': 0, 'recorded twice': 0, copies };
  }),
});
