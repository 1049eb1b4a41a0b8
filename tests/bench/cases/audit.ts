/** The audit of a run: one round against its attacks one by one, the conclusions, and leave-one-out. */
import { AttackTallies } from '../../../src/engine/audit/attack-rounds.ts';
import { playRound } from '../../../src/engine/audit/play.ts';
import { makeSplits } from '../../../src/engine/audit/splits.ts';
import { generatorById } from '../../../src/engine/generate/registry.ts';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import type { Redraw } from '../../../src/engine/generate/redraw.ts';
import { randomSource } from '../../../src/engine/numeric/random.ts';
import { attacks } from '../../../src/engine/privacy/attacks/registry.ts';
import { leaveOneOut } from '../../../src/engine/privacy/release/leave-one-out.ts';
import { noRoles } from '../../../src/engine/table/roles.ts';
import { kernelSearch } from '../../../src/wasm/search.ts';
import type { BenchCase, Contender } from '../case.ts';
import { simulateTable } from '../simulate.ts';

const [rows, numbers, categories] = [900, 6, 8] as const;
const rounds = 5;

const random = () => randomSource(new Uint8Array(32).fill(7));

async function prepare(): Promise<Contender[]> {
  const table = simulateTable({ rows, numbers, categories }, 1);
  const search = kernelSearch();
  const settings = { ...defaultSettings, generator: 'reinforced' as const };
  const game = { table, settings, roles: noRoles, search, files: 1 };
  const [split] = makeSplits(rows, random(), 1).rounds;
  const play = () => playRound(game, split!, random(), {});
  const round = await play();
  const tools = () => ({ roles: noRoles, search, random: random(), rounds });
  const run = { ...tools(), groups: [] };
  // As a round that nothing was computed on yet, but for its coded tables.
  const fresh = () => ({ ...round });
  const tallies = new AttackTallies(run);
  await tallies.add(fresh());
  const { redraw } = await generatorById(settings.generator).generate({
    table,
    settings,
    search,
    random: random(),
    traced: true,
  });
  return [
    {
      name: 'a round',
      run: async () => new AttackTallies(run).add(await play()),
    },
    { name: 'generation', run: play },
    ...attacks.map(({ step, attack }) => ({ name: step, run: () => attack.tally(fresh(), tools()) })),
    { name: 'conclusions', run: () => tallies.conclude() },
    { name: 'leave-one-out', run: () => leaveOneOut(redraw as Redraw, { random: random(), search }) },
  ];
}

export const auditCases: readonly BenchCase[] = [{ title: `audit: ${rows} x ${numbers + categories}`, prepare }];
