/** A file on its way in. What was loaded before stays until the new one is read. */
import { SosieError } from '../../engine/errors.ts';
import type { FileBytes } from '../../workers/engine.ts';
import type { Decisions, SourceView } from '../../workers/protocol.ts';
import { isSample } from '../samples.ts';
import { initialDecisions } from './decisions.ts';
import { loadEngine } from './engine-loader.ts';
import { ui } from './preferences.svelte.ts';

/** As much as accents are looked for in. */
const headBytes = 65_536;

interface Host {
  /** Whether another file would lose work. */
  unsaved(): boolean;
  begins(): void;
  received(source: SourceView, start: Decisions): void;
  fail(error: unknown): void;
}

export class Opening {
  current = $state.raw<{ readonly name: string; readonly share: number } | null>(null);
  /** A file that would replace unsaved work, waiting for a yes. */
  offered = $state.raw<File | null>(null);
  /** The first bytes of the open file, to show its accents under other encodings. */
  head = $state.raw<Uint8Array | null>(null);
  #signal: AbortController | null = null;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async offer(file: File): Promise<void> {
    if (this.#host.unsaved()) this.offered = file;
    else await this.#read(file);
  }

  async accept(): Promise<void> {
    const file = this.offered;
    this.offered = null;
    if (file !== null) await this.#read(file);
  }

  cancel(): void {
    this.#signal?.abort();
  }

  clear(): void {
    this.cancel();
    this.head = null;
  }

  async #read(file: File): Promise<void> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await this.open({ fileName: file.name, bytes, teaching: isSample(file) });
    } catch (error) {
      // The browser could not read it: moved, locked by another program, or a folder.
      this.#host.fail(new SosieError('unreadable', {}, { file: file.name }, { cause: error }));
    }
  }

  async open(file: FileBytes): Promise<void> {
    this.#signal?.abort();
    const controller = (this.#signal = new AbortController());
    const start = initialDecisions(ui.language, file.teaching);
    // The bytes go to the worker: what is looked at here is copied first.
    const head = file.bytes.slice(0, headBytes);
    this.current = { name: file.fileName, share: 0 };
    this.#host.begins();
    try {
      const engine = await loadEngine();
      const source = await engine.open(controller.signal, file, start.reading, (share) => {
        if (this.#signal === controller) this.current = { name: file.fileName, share };
      });
      if (controller.signal.aborted) return;
      this.head = head;
      this.#host.received(source, start);
    } catch (error) {
      if (!controller.signal.aborted) this.#host.fail(error);
    } finally {
      if (this.#signal === controller) this.current = null;
    }
  }
}
