/** What a chart says above itself: the finding as a title, the numbers in one sentence. */
export interface Finding {
  readonly title: string;
  readonly summary: string;
}
