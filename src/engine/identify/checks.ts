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

/**
 * Québec health insurance number (NAM, RAMQ): four letters, YYMM, DDSS, the month of women having 50 added.
 * The check rule is not public, so a possible date counts as the check.
 */
export function checkRamq(text: string): boolean {
  if (text.length < 12 || text.length > 16) return false;
  const match = /^[A-Z]{4}[ -]?\d{2}(\d{2})[ -]?(\d{2})\d{2}$/.exec(text.toUpperCase());
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

/** International bank account number: remainder 1 modulo 97 (ISO 13616). */
export function checkIban(text: string): boolean {
  if (text.length < 15 || text.length > 42) return false;
  const compact = text.replace(/ /g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(compact)) return false;
  let remainder = 0;
  for (const letter of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
