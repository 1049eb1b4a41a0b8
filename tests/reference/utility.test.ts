import { expect, it } from 'vitest';
import { isQuantity, type Table } from '../../src/engine/table/table.ts';
import { compareVariables } from '../../src/engine/utility/compare-variables.ts';
import { compareCorrelations } from '../../src/engine/utility/correlations.ts';
import {
  aidsQualitative,
  describeReference,
  referenceJson,
  referenceText,
  tableFromCsv,
  wbcdQualitative,
} from '../support/reference.ts';

const files = {
  aids: ['aids_original.csv', ';', 'aids_published_avatars_k20_nf5.csv', aidsQualitative],
  wbcd: ['wbcd_original.csv', ',', 'wbcd_published_avatars_k20_nf2.csv', wbcdQualitative],
} as const;

describeReference('variables and correlations of the published avatars', () => {
  for (const [name, [file, delimiter, avatars, qualitative]] of Object.entries(files)) {
    it(name, () => {
      const drop = ['pidnum', 'Sample_code_number'];
      const original = tableFromCsv(referenceText(`data/${file}`), { delimiter, qualitative, drop });
      const unordered = tableFromCsv(referenceText(`data/${avatars}`), { qualitative, drop });
      const synthetic: Table = {
        ...unordered,
        columns: original.columns.map((column) => unordered.columns.find((other) => other.name === column.name)!),
      };
      const { summary, association_original, association_synthetic } = referenceJson(
        `utility/${name}_published_avatars.json`,
      );
      const variables = compareVariables(original, synthetic);
      const meanOf = (kind: 'bins' | 'levels'): number => {
        const chosen = variables.filter((variable) => variable.kind === kind);
        return chosen.reduce((sum, variable) => sum + variable.hellinger, 0) / chosen.length;
      };
      expect(meanOf('bins')).toBeCloseTo(summary.hellinger_cont_10, 9);
      expect(meanOf('levels')).toBeCloseTo(summary.hellinger_cat, 9);
      const spreads = variables.flatMap(({ spread }) => (spread === null ? [] : [spread]));
      expect(spreads.reduce((sum, spread) => sum + spread, 0) / spreads.length).toBeCloseTo(summary.mean_sd_ratio, 5);

      const correlations = compareCorrelations(original, synthetic)!;
      expect(correlations.names).toEqual(original.columns.filter(isQuantity).map((column) => column.name));
      for (const [ours, oracle] of [
        [correlations.original, association_original.pearson],
        [correlations.synthetic, association_synthetic.pearson],
      ]) {
        const flat: number[] = (Array.isArray(oracle) ? oracle : (oracle.matrix ?? oracle.values)).flat();
        flat.forEach((value, i) => expect(Math.abs(ours[i]! - value)).toBeLessThan(1e-9));
      }
    });
  }
});
