/** The public data sets of the reference folder, with the roles a clinician would declare. None where it is absent. */
import {
  hasReference,
  referenceText,
  tableFromCsv,
  aidsQualitative,
  wbcdQualitative,
} from '../../support/reference.ts';
import { noRoles } from '../../../src/engine/table/roles.ts';
import type { Cohort } from './cohorts.ts';

export function referenceCohorts(): Cohort[] {
  if (!hasReference) return [];
  const read = (file: string, options: Parameters<typeof tableFromCsv>[1]) =>
    tableFromCsv(referenceText(`data/${file}`).replaceAll('"', ''), options);
  return [
    {
      id: 'aids',
      about: '2 139 × 26; trial of four arms (ACTG 175)',
      table: read('aids_original.csv', {
        delimiter: ';',
        qualitative: aidsQualitative.filter((name) => name !== 'karnof'),
        drop: ['pidnum'],
      }),
      roles: { ...noRoles, outcome: ['cens'], time: 'days', event: 'cens', arm: 'arms' },
    },
    {
      id: 'wbcd',
      about: '683 × 10; scores 1 to 10, many duplicates',
      table: read('wbcd_original.csv', { qualitative: wbcdQualitative, drop: ['Sample_code_number'] }),
      roles: { ...noRoles, outcome: ['Class'] },
    },
    {
      id: 'pima',
      about: '532 × 8; diabetes',
      table: read('pima.csv', { qualitative: ['type'] }),
      roles: { ...noRoles, outcome: ['type'] },
    },
    {
      id: 'lung',
      about: '228 × 10; survival, 67 blanks',
      table: read('lung.csv', { qualitative: ['status', 'sex'] }),
      roles: { ...noRoles, outcome: ['status'], time: 'time', event: 'status', arm: 'sex' },
    },
    {
      id: 'iris',
      about: '150 × 5; three species',
      table: read('iris.csv', { qualitative: ['Species'] }),
      roles: { ...noRoles, outcome: ['Species'] },
    },
  ];
}
