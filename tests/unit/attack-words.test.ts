import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/engine/audit/audit.ts';
import { generatorById } from '../../src/engine/generate/registry.ts';
import { defaultSettings } from '../../src/engine/generate/settings.ts';
import { plainSearch } from '../../src/engine/neighbors/plain.ts';
import { keyFromSeed, randomSource, type RandomSource } from '../../src/engine/numeric/random.ts';
import { noRoles } from '../../src/engine/table/roles.ts';
import type { Column, Table } from '../../src/engine/table/table.ts';
import type { MetricResult } from '../../src/engine/verdict/metric.ts';
import { attackParams } from '../../src/engine/words/attack-params.ts';
import { catalogues } from '../../src/engine/words/index.ts';
import { say, speakers, type Language, type Params } from '../../src/engine/words/words.ts';

const source = async (seed: string): Promise<RandomSource> => randomSource(await keyFromSeed(seed));

/** Six columns that hang together, 320 patients. */
async function simulate(): Promise<Table> {
  const stream = (await source('table')).stream(1, 0);
  const rows = Array.from({ length: 320 }, () => {
    const age = 40 + Math.round(12 * stream.normal());
    const weight = 60 + 0.3 * age + 8 * stream.normal();
    return { age, weight, pressure: 90 + 0.5 * weight + 6 * stream.normal(), draw: stream.uniform() };
  });
  const number = (name: string, values: number[]): Column => ({
    name,
    type: 'number',
    values: Float64Array.from(values),
    decimals: 1,
    dress: {},
  });
  const level = (name: string, levels: string[], codes: number[]): Column => ({
    name,
    type: 'category',
    levels,
    codes: Int32Array.from(codes),
    dress: {},
  });
  const columns: Column[] = [
    { ...number('age', []), type: 'integer', decimals: 0, values: Float64Array.from(rows, ({ age }) => age) } as Column,
    number(
      'weight',
      rows.map(({ weight }) => weight),
    ),
    number(
      'pressure',
      rows.map(({ pressure }) => pressure),
    ),
    level(
      'sex',
      ['f', 'm'],
      rows.map(({ draw }) => (draw < 0.5 ? 0 : 1)),
    ),
    level(
      'arm',
      ['a', 'b', 'c'],
      rows.map(({ draw, age }) => (age > 45 ? 2 : draw < 0.3 ? 0 : 1)),
    ),
    level(
      'relapse',
      ['no', 'yes'],
      rows.map(({ weight, draw }) => (weight + 20 * draw > 85 ? 1 : 0)),
    ),
  ];
  return { rowCount: rows.length, columns };
}

/** What of a result every one of its sentences names. */
function namedBy(key: string, params: Params, language: Language): { asked: Set<string>; text: string } {
  const asked = new Set<string>();
  const spy = new Proxy(params, {
    get: (target, name) => {
      asked.add(String(name));
      return target[String(name)];
    },
  });
  return { asked, text: say(catalogues[language].metrics[key]!, spy, speakers[language]) };
}

describe('the sentences of a real audit', () => {
  let metrics: readonly MetricResult[] = [];
  beforeAll(async () => {
    const table = await simulate();
    const search = plainSearch();
    const roles = { ...noRoles, quasi: ['age', 'sex'] };
    const settings = { ...defaultSettings, k: 8 };
    const random = await source('release');
    const generation = await generatorById('avatar').generate({ table, settings, search, random, traced: true });
    const audited = await audit({
      table,
      settings,
      roles,
      search,
      random: await source('audit'),
      generation,
      rounds: 2,
    });
    metrics = audited.metrics;
  }, 60_000);

  it('measures the attacks that this table allows', () => {
    const measuredIds = metrics.filter(({ applicable }) => applicable).map(({ id }) => id);
    for (const id of [
      'membership-auc',
      'membership-tpr-5',
      'near-copies',
      'exact-copies',
      'linkability',
      'inference',
    ]) {
      expect(measuredIds).toContain(id);
    }
    for (const id of [
      'singling-out',
      'dominance',
      'leave-one-out',
      'replicated-uniques',
      'rare-levels',
      'k-anonymity',
    ]) {
      expect(measuredIds).toContain(id);
    }
  });

  it('are given every figure they name', () => {
    const mayLack: Readonly<Record<string, readonly string[]>> = {
      // Said only when there is something to say.
      'leave-one-out': ['leftOut'],
    };
    for (const language of ['en', 'fr'] as const) {
      for (const metric of metrics.filter(({ applicable }) => applicable)) {
        const params = attackParams(metric);
        const { asked, text } = namedBy(`${metric.id}.sentence`, params, language);
        for (const name of asked) {
          if (!mayLack[metric.id]?.includes(name)) expect(params, `${metric.id} ${name}`).toHaveProperty(name);
        }
        expect(text, metric.id).not.toMatch(/undefined|NaN|–/);
        for (const key of ['attack.sizes', 'attack.interval', 'attack.power', 'attack.anchors']) {
          const said = say(catalogues[language].metrics[key]!, params, speakers[language]);
          expect(said, `${metric.id} ${key}`).not.toMatch(/undefined|NaN/);
        }
      }
    }
  });
});

describe('what the figures of the published files say', () => {
  const attack = {
    run: 'audit',
    interval: [18, 23],
    members: 1497,
    controls: 642,
    attacks: null,
    smallestEffect: 0.9,
    anchors: { marginals: 1.1, copy: 96 },
  } as const;
  const result = (id: string, value: number, given: Partial<MetricResult>, sides: [number | null, number | null]) => ({
    id,
    criterion: 'linkability' as const,
    value,
    target: null,
    applicable: true,
    reason: null,
    detail: {},
    attack: { ...attack, member: sides[0], control: sides[1] },
    ...given,
  });
  const spoken = (metric: MetricResult, language: Language, key = `${metric.id}.sentence`): string =>
    say(catalogues[language].metrics[key]!, attackParams(metric), speakers[language]).replaceAll(
      /[\u202f\u00a0]/g,
      ' ',
    );

  it.each([
    [
      'membership-tpr-1',
      20.4,
      [20.4, 1],
      {},
      'Out of 100 patients of the file, about 20 (20.4%) are recognised when 1 out of 100 who were never in it is accused wrongly; chance alone would give 1.',
      'Sur 100 patients du fichier, environ 20 (20,4 %) sont reconnus quand 1 sur 100 de ceux qui n’y ont jamais été est accusé à tort ; le hasard seul en donnerait 1.',
    ],
    [
      'membership-auc',
      0.67,
      [null, null],
      { nullMaximum: { mean: 0.519 } },
      'tells which is which 67 times out of 100; without any leak, about 52 times out of 100',
      'les distingue 67 fois sur 100 ; sans aucune fuite, environ 52 fois sur 100',
    ],
    [
      'near-copies',
      0,
      [0, 1],
      {},
      'Out of 100 patients of the file, none has a synthetic row closer to them than 99 out of 100 patients who were never in it ever get; without a leak, 1.',
      'Sur 100 patients du fichier, aucun n’a une ligne synthétique plus près d’eux que n’en ont jamais 99 patients sur 100',
    ],
    [
      'linkability',
      16.03,
      [16.7, 0.8],
      {},
      'lead to the same synthetic row for about 17 (16.7%); out of 100 who were never in it, for about 1 (0.8%)',
      'pour environ 17 (16,7 %) ; sur 100 qui n’y ont jamais été, pour environ 1 (0,8 %)',
    ],
    [
      'inference',
      36,
      [62, 40.6],
      { counted: 14, worst: { column: 'arms', excess: 47 } },
      'On average over 14 columns, the hidden value is guessed right for 62 out of 100 patients of the file, and for about 41 out of 100 who were never in it (40.6%). Excess: 36% of what was left to guess. Most exposed column, counted the same way: “arms” (47%).',
      'Excès : 36 % de ce qui restait à deviner. Colonne la plus exposée, comptée de même : « arms » (47 %).',
    ],
  ] as const)('%s', (id, value, sides, detail, english, french) => {
    const metric = result(id, value, { detail }, [...sides]);
    expect(spoken(metric, 'en')).toContain(english);
    expect(spoken(metric, 'fr')).toContain(french);
  });

  it('says the interval, the power and the anchors in the unit of the value', () => {
    const metric = result('membership-tpr-1', 20.4, {}, [20.4, 1]);
    expect(spoken(metric, 'en', 'attack.interval')).toBe('Between 18% and 23% (95% interval).');
    expect(spoken(metric, 'en', 'attack.power')).toContain('by 0.9 points');
    expect(spoken(metric, 'fr', 'attack.power')).toContain('de 0,9 point :');
    expect(spoken(metric, 'en', 'attack.anchors')).toBe(
      'To place it: on a file without any link between columns, 1.1%; on a file of real rows slightly blurred, 96%.',
    );
    const near = result('near-copies', 0, {}, [0, 1]);
    expect(spoken(near, 'en', 'attack.power')).toContain('having seen none would still allow up to 0.9% of them');
    const area = result('membership-auc', 0.6, {}, [null, null]);
    expect(spoken(area, 'en', 'attack.anchors')).not.toContain('%');
  });

  it('says that nothing is left, and that no excess was found', () => {
    expect(spoken(result('linkability', -0.2, {}, [0.6, 0.8]), 'en')).toContain('No excess');
    expect(spoken(result('rare-levels', 0, { detail: { floor: 11 } }, [null, null]), 'en')).toBe(
      'No category held by fewer than 11 patients is left in the synthetic file.',
    );
    expect(spoken(result('rare-levels', 1, { detail: { floor: 11, outsideBounds: 3 } }, [null, null]), 'fr')).toBe(
      '1 catégorie portée par moins de 11 patients est encore dans le fichier synthétique. Il contient 3 nombres au-delà de la 11e plus petite ou plus grande valeur.',
    );
  });
});
