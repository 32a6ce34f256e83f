/**
 * Which code travels together. A group takes the modules it names and all they import, less what an earlier group has:
 * so a page asks for the loader, then for all that the first questions need, then for the rest. What is fetched at the
 * same time is one chunk, for pieces compress better together: the kinds of fields that few first pages have, and all
 * words of a language. With a second widget, what both need first becomes a group before them.
 */
export const chunkGroups = [
  { name: 'survey', test: /\/survey-widget\/src\/survey-element\.ts$/ },
  // Small things that several kinds of fields and the later code share.
  { name: 'parts', test: /\/rules\/(decimal|limits)\.ts$/ },
  { name: 'survey-later', test: /\/finish\/finish\.ts$|\/core\/src\/(outbox\/delivery|platform\/browser-device)\.ts$/ },
  { name: 'kinds', test: /\/core\/src\/fields\/lazy-kinds\.ts$/ },
  { name: 'en', test: /\/locales\/(\w+\.)?en\.ts$/ },
  { name: 'fr', test: /\/locales\/(\w+\.)?fr\.ts$/ },
].map((group, index, all) => ({ ...group, priority: all.length - index }));
