/** The form of an export: it outlives a look at another step, never the file, and is kept nowhere else. */
import { untrack } from 'svelte';
import { carriedOver, emptyFields, type RecordFields, type Subject } from './export-record.ts';

class ExportDraft {
  fields = $state<RecordFields>({ ...emptyFields });
  #subject: Subject = { file: '', decision: '' };

  about(next: Subject): void {
    const former = this.#subject;
    this.#subject = next;
    untrack(() => (this.fields = carriedOver(this.fields, former, next)));
  }

  clear(): void {
    this.fields = { ...emptyFields };
  }
}

export const exportDraft = new ExportDraft();
