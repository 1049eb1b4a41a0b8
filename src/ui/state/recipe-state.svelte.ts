/** A recipe offered to the open file: what it would do is shown, and nothing is done before the user agrees. */
import type { RecipeChoices } from '../../engine/recipe.ts';
import type { RecipeView, Renaming } from '../../workers/protocol.ts';

interface Host {
  /** What it would do; `null` when it cannot be read, which is said on the page. */
  view(text: string, renamings: readonly Renaming[]): Promise<RecipeView | null>;
  take(choices: RecipeChoices): void;
}

export interface OfferedRecipe {
  readonly fileName: string;
  readonly text: string;
  readonly renamings: readonly Renaming[];
  readonly view: RecipeView;
}

export class Recipes {
  offered = $state.raw<OfferedRecipe | null>(null);
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async offer(file: File): Promise<void> {
    await this.#look(file.name, await file.text(), []);
  }

  /** A column that the recipe calls otherwise: looked at again under its name here. */
  async rename(from: string, to: string): Promise<void> {
    if (this.offered === null) return;
    const { fileName, text, renamings } = this.offered;
    await this.#look(fileName, text, [...renamings, { from, to }]);
  }

  accept(): void {
    const { offered } = this;
    this.offered = null;
    if (offered !== null) this.#host.take(offered.view.choices);
  }

  cancel(): void {
    this.offered = null;
  }

  async #look(fileName: string, text: string, renamings: readonly Renaming[]): Promise<void> {
    const view = await this.#host.view(text, renamings);
    if (view !== null) this.offered = { fileName, text, renamings, view };
  }
}
