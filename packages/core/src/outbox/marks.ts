/**
 * What tabs tell each other besides the lookup of which something has changed, each followed by an entry's id: a person
 * deletes it, and, after all, it has not been deleted.
 */
export const withdrawnMark = 'cmto-withdrawn ';
export const keptMark = 'cmto-not-withdrawn ';
