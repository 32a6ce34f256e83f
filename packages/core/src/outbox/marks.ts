/**
 * What tabs tell each other besides the lookup of which something has changed, each followed by an entry's id: a person
 * deletes it; after all, it has not been deleted; it is a message, and has arrived.
 */
export const withdrawnMark = 'cmto-withdrawn ';
export const keptMark = 'cmto-not-withdrawn ';
export const arrivedMark = 'cmto-arrived ';
