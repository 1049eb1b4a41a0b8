/** What the present decisions would take, and what would block the download: asked a moment after each change. */
import type { ColumnView, Decisions, ExportBlock, PlanView } from '../../workers/protocol.ts';

const delay = 120;

/** Only what looks like an identifier, or was given another type, is worth the count of valid check digits. */
const mayBlock = ({ name, findings }: ColumnView, { reading }: Decisions): boolean =>
  Object.hasOwn(reading.types ?? {}, name) || findings.some(({ code }) => code === 'E09');

interface Answers {
  plan(decisions: Decisions): Promise<PlanView | null>;
  blocks(decisions: Decisions): Promise<readonly ExportBlock[] | null>;
  kept(): readonly ColumnView[];
}

export class Planning {
  plan = $state.raw<PlanView | null>(null);
  blocks = $state.raw<readonly ExportBlock[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;
  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  schedule(decisions: Decisions): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#make(decisions), this.plan === null ? 0 : delay);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#count++;
    this.plan = null;
    this.blocks = [];
  }

  async #make(decisions: Decisions): Promise<void> {
    const count = ++this.#count;
    const plan = await this.#answers.plan(decisions);
    if (count !== this.#count || plan === null) return;
    this.plan = plan;
    const doubtful = this.#answers.kept().some((column) => mayBlock(column, decisions));
    const blocks = doubtful ? await this.#answers.blocks(decisions) : [];
    if (count === this.#count) this.blocks = blocks ?? [];
  }
}
