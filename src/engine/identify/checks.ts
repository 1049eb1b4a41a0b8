/** Check digits and shapes of identifiers that can be verified from the value alone. */

/** Whether the Luhn sum of a string of digits is a multiple of 10 (ISO/IEC 7812-1). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return digits.length > 0 && sum % 10 === 0;
}

const nirShape = /^([1-478])(\d{2})(0[1-9]|1[0-2]|20|3\d|4[0-2]|[5-9]\d)(\d{2}|2[AB])(\d{3})(\d{3})(\d{2})?$/;

/**
 * French social security number (NIR, also the INS): `valid` when the 15 characters hold a right key,
 * `shape` for 13 characters without key or a wrong key, else `null`. Spaces are allowed.
 * Key = 97 - (N mod 97), with 2A read as 19 and 2B as 18 (INSEE, arrêté du 27 mars 2013; `privacy.md` section 8).
 */
export function checkNir(text: string): 'valid' | 'shape' | null {
  if (text.length < 13 || text.length > 22) return null;
  const compact = text.replace(/[\s.\-\u00A0\u202F]/g, '').toUpperCase();
  const match = nirShape.exec(compact);
  if (!match) return null;
  const department = match[4]!;
  if (department === '00') return null;
  if (match[7] === undefined) return 'shape';
  const number = Number(compact.slice(0, 13).replace('2A', '19').replace('2B', '18'));
  return 97 - (number % 97) === Number(match[7]) ? 'valid' : 'shape';
}

export const ramqShape = /^[A-Z]{4}[ -]?\d{2}(\d{2})[ -]?(\d{2})\d{2}$/i;

/**
 * Québec health insurance number (NAM, RAMQ): four letters, YYMM, DDSS, the month of women having 50 added.
 * The check rule is not public, so a possible date counts as the check.
 */
export function checkRamq(text: string): boolean {
  if (text.length < 12 || text.length > 16) return false;
  const match = ramqShape.exec(text);
  if (!match) return false;
  const month = Number(match[1]);
  const day = Number(match[2]);
  return ((month >= 1 && month <= 12) || (month >= 51 && month <= 62)) && day >= 1 && day <= 31;
}

/** Canadian social insurance number (NAS, SIN): nine digits, Luhn, none starting with 0 or 8. */
export function checkSin(text: string): boolean {
  if (text.length < 9 || text.length > 11 || !/^[1-79]\d{2}[ -]?\d{3}[ -]?\d{3}$/.test(text)) return false;
  return isLuhn(text.replace(/\D/g, ''));
}

/** French register of health professionals (RPPS): eleven digits, Luhn, starting with 1 or 8. */
export const checkRpps = (text: string): boolean => text.length === 11 && /^[18]\d{10}$/.test(text) && isLuhn(text);

/** Ontario health card (OHIP): ten digits, Luhn, none starting with 0; two letters of version may follow. */
export function checkOhip(text: string): boolean {
  if (text.length < 10 || text.length > 16) return false;
  const match = /^([1-9]\d{3})[ -]?(\d{3})[ -]?(\d{3})(?:[ -]?[A-Z]{1,2})?$/i.exec(text);
  return match !== null && isLuhn(match[1]! + match[2]! + match[3]!);
}

/** First digits of the bank cards in use: Visa, Mastercard, American Express, Discover, Diners, JCB. */
const cardStart = /^(?:4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[47]|6011|65|64[4-9]|30[0-5]|3[68]|35)/;

/** Bank card: 13 to 19 digits, Luhn, starting as the networks do (ISO/IEC 7812). Groups of four are allowed. */
export function checkCard(text: string): boolean {
  if (text.length < 13 || text.length > 23) return false;
  const digits = text.replace(/[ -]/g, '');
  return /^\d{13,19}$/.test(digits) && cardStart.test(digits) && isLuhn(digits);
}

/** Length of an IBAN by country: the register of SWIFT, release 99 (ISO 13616). */
const ibanLengths = `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28
EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20
LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29
RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`;
const ibanLength = new Map(ibanLengths.split(/\s/).map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]));

/** International bank account number: length of its country, remainder 1 modulo 97 (ISO 13616). */
export function checkIban(text: string): boolean {
  if (text.length < 15 || text.length > 42) return false;
  const compact = text.replace(/ /g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(compact)) return false;
  if (ibanLength.get(compact.slice(0, 2)) !== compact.length) return false;
  let remainder = 0;
  for (const letter of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
