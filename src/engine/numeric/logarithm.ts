/**
 * Natural logarithm made of the four operations only, so that a seed gives the same table in every browser
 * (`Math.log` may differ in its last bit from one engine to another).
 *
 * x = m 2^e with sqrt(1/2) <= m < sqrt(2);  log x = e log 2 + 2 atanh(s),  s = (m - 1)/(m + 1), |s| < 0.172.
 * The series of atanh is cut after s^23: its remainder is below 1e-19. Relative error below 4e-16 (tested
 * against `Math.log`). Positive finite x only; the samplers never ask for anything else.
 */
const bits = new DataView(new ArrayBuffer(8));

// log 2 split so that e * high is exact for every exponent of a double.
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

export function naturalLogarithm(x: number): number {
  let exponent = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984; // 2^54: out of the subnormals
    exponent = -54;
  }
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  exponent += ((high >>> 20) & 0x7ff) - 1023;
  bits.setUint32(0, (high & 0x000fffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m > Math.SQRT2) {
    m /= 2;
    exponent++;
  }
  const s = (m - 1) / (m + 1);
  const s2 = s * s;
  let series = 1 / 23;
  for (let power = 21; power >= 3; power -= 2) series = series * s2 + 1 / power;
  return exponent * ln2High + (2 * s + (2 * s * s2 * series + exponent * ln2Low));
}
