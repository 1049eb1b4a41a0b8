/** The sections of the verdict, in the order of the page, and the headings that the list of them leads to. */
import type { Results } from '../../messages/results.ts';

export type SectionId = Exclude<keyof Results['audit']['sections'], 'label'>;

/** One verdict stands on a page: its headings go by fixed names. */
export const sectionId = (section: string): string => `verdict-${section}`;

/** A heading is reached by the keyboard too; the address stays as it is, and so does the way back. */
export function goToSection(section: SectionId): void {
  const heading = document.getElementById(sectionId(section));
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start' });
}

/** The section being read: the last whose heading is above the line. */
export function sectionAt(sections: readonly SectionId[], line: number): SectionId | null {
  return sections.findLast((section) => topOf(section) <= line) ?? null;
}

const topOf = (section: SectionId): number =>
  document.getElementById(sectionId(section))?.getBoundingClientRect().top ?? Infinity;
