/** How many signs of each sort a text holds: told in one pass, so that only texts that may match meet an expression. */
export interface Signs {
  letters: number;
  digits: number;
  spaces: number;
  at: number;
  dots: number;
  colons: number;
  hyphens: number;
  slashes: number;
}

export const noSigns = (): Signs => ({
  letters: 0,
  digits: 0,
  spaces: 0,
  at: 0,
  dots: 0,
  colons: 0,
  hyphens: 0,
  slashes: 0,
});

/** Counts into `signs`, which is used again for each text. Letters beyond ASCII count as letters. */
export function countSigns(text: string, signs: Signs): void {
  let letters = 0;
  let digits = 0;
  let spaces = 0;
  let at = 0;
  let dots = 0;
  let colons = 0;
  let hyphens = 0;
  let slashes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 ? code <= 122 || code > 191 : code >= 65 && code <= 90) letters++;
    else if (code >= 48 && code <= 57) digits++;
    else if (code === 32 || code === 160) spaces++;
    else if (code === 45) hyphens++;
    else if (code === 46) dots++;
    else if (code === 64) at++;
    else if (code === 58) colons++;
    else if (code === 47 || code === 92) slashes++;
  }
  signs.letters = letters;
  signs.digits = digits;
  signs.spaces = spaces;
  signs.at = at;
  signs.dots = dots;
  signs.colons = colons;
  signs.hyphens = hyphens;
  signs.slashes = slashes;
}
