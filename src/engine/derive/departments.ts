/** French departments and the regions of 2016. Source: INSEE, Code officiel géographique (Licence Ouverte 2.0). */
const regions: readonly (readonly [string, readonly string[]])[] = [
  ['Auvergne-Rhône-Alpes', ['01', '03', '07', '15', '26', '38', '42', '43', '63', '69', '73', '74']],
  ['Bourgogne-Franche-Comté', ['21', '25', '39', '58', '70', '71', '89', '90']],
  ['Bretagne', ['22', '29', '35', '56']],
  ['Centre-Val de Loire', ['18', '28', '36', '37', '41', '45']],
  ['Corse', ['2A', '2B']],
  ['Grand Est', ['08', '10', '51', '52', '54', '55', '57', '67', '68', '88']],
  ['Hauts-de-France', ['02', '59', '60', '62', '80']],
  ['Île-de-France', ['75', '77', '78', '91', '92', '93', '94', '95']],
  ['Normandie', ['14', '27', '50', '61', '76']],
  ['Nouvelle-Aquitaine', ['16', '17', '19', '23', '24', '33', '40', '47', '64', '79', '86', '87']],
  ['Occitanie', ['09', '11', '12', '30', '31', '32', '34', '46', '48', '65', '66', '81', '82']],
  ['Pays de la Loire', ['44', '49', '53', '72', '85']],
  ["Provence-Alpes-Côte d'Azur", ['04', '05', '06', '13', '83', '84']],
  ['Outre-mer', ['971', '972', '973', '974', '975', '976', '977', '978', '986', '987', '988']],
];

const regionByDepartment = new Map(regions.flatMap(([region, codes]) => codes.map((code) => [code, region] as const)));

/** The region of a department (all those overseas are told as one); `null` for what is no department. */
export const regionOf = (department: string): string | null => regionByDepartment.get(department) ?? null;

/**
 * The department of a French postcode, of an INSEE commune code or of a department written alone; `null` for anything
 * else. A number that lost its first zero has it back (`1250` is `01250`) when `padded` allows it.
 *
 * Corsica: 20 000 to 20 199 is 2A, 20 200 on is 2B; overseas: the first three digits. A score of communes have the
 * postcode of a neighbouring department, in which they are then counted.
 */
export function departmentOf(text: string, { padded }: { readonly padded: boolean }): string | null {
  const code = text.replace(/[\s\u00A0\u202F-]/g, '').toUpperCase();
  const full = /^\d{4}$/.test(code) && padded ? `0${code}` : code;
  const alone = /^(?:\d|\d\d|2[AB]|9[78]\d)$/.test(code) ? code.padStart(2, '0') : null;
  if (alone !== null) return alone === '20' || regionOf(alone) === null ? null : alone;
  if (!/^(?:\d{5}|2[AB]\d{3})$/.test(full)) return null;
  const department = /^9[78]/.test(full)
    ? full.slice(0, 3)
    : full.startsWith('20')
      ? Number(full.slice(2)) < 200
        ? '2A'
        : '2B'
      : full.slice(0, 2);
  return regionOf(department) === null ? null : department;
}
