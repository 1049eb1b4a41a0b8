/** Endings of the files that can be read, for the file pickers: what a file is, is told by its first bytes. */
export const readableEndings = [
  ...['.csv', '.tsv', '.txt', '.tab', '.xlsx', '.xlsm', '.xls', '.ods'],
  ...['.parquet', '.arrow', '.arrows', '.feather', '.sav', '.zsav'],
] as const;
