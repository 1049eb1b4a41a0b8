/** Files in and out, against the folder the command was called from. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { SosieError } from '../engine/errors.ts';
import type { Grid } from '../engine/read/grid.ts';
import { parseFile } from '../engine/read/read.ts';
import type { ReadOptions } from '../engine/read/types.ts';

/** npm runs scripts in the project's folder and keeps the caller's in INIT_CWD. */
const caller = process.env.INIT_CWD ?? process.cwd();

export async function openGrid(path: string, options: ReadOptions): Promise<Grid> {
  return parseFile(readBytes(path), basename(path), options);
}

export function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(resolve(caller, path)));
  } catch (cause) {
    throw new SosieError('E46', { file: path }, { file: path }, { cause });
  }
}

export function save(path: string, content: Uint8Array | string): void {
  try {
    writeFileSync(resolve(caller, path), content);
  } catch (cause) {
    throw new SosieError('E48', { file: path }, { file: path }, { cause });
  }
}

/** Full precision; what is not finite is `null`; typed arrays are arrays. */
export function saveJson(path: string, value: unknown): void {
  const plain = (_: string, item: unknown): unknown =>
    ArrayBuffer.isView(item) ? Array.from(item as unknown as ArrayLike<number>) : item;
  save(path, `${JSON.stringify(value, plain)}\n`);
}
