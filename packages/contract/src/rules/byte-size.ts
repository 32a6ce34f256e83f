const kilobyte = 1024;
const megabyte = kilobyte * kilobyte;

/** The size of a file as a person says it, in whole kilobytes, from a megabyte on with a tenth; 1 kB at least. */
export const describeSize = (bytes: number, language: string): string => {
  // What rounds to a thousand and more kilobytes is a megabyte.
  const isLarge = bytes >= megabyte - kilobyte / 2;
  const value = isLarge ? bytes / megabyte : Math.max(1, Math.round(bytes / kilobyte));
  const unit = isLarge ? 'megabyte' : 'kilobyte';
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
};
