/** The rows of a CSV (RFC 4180): commas, quotes doubled inside quotes, line ends inside quotes kept. */
export const parseCsv = (text: string): string[][] => {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const [, quoted, plain, end] = cell.exec(text)!;
    row.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
};

/** Rows as records, by the names in the first row. */
export const readTable = (text: string): Record<string, string>[] => {
  const [header = [], ...rows] = parseCsv(text.replace(/^\u{FEFF}/u, ''));
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]!])));
};
