/**
 * Which code travels together. A group takes the modules it names and all they import, less what an earlier group has:
 * so a page asks for the loader, then for all that the first questions need, then for the rest. What is fetched at the
 * same time is one chunk, for pieces compress better together: the kinds of fields that few first pages have, and all
 * words of a language. With a second widget, what both need first becomes a group before them.
 */
export const chunkGroups = [
  { name: 'survey', test: /\/survey-widget\/src\/survey-element\.ts$/ },
  // What several kinds of fields, the later code and the tags of receipts share: who only looks at a receipt needs no more.
  {
    name: 'parts',
    test: /\/rules\/(decimal|limits|silence)\.ts$|\/core\/src\/(api\/receipts|i18n\/(dates|language-change)|styles\/later\.styles)\.ts$/,
  },
  {
    name: 'survey-later',
    test: /\/survey-widget\/src\/survey-late\.ts$|\/core\/src\/(outbox\/delivery|platform\/browser-device)\.ts$/,
  },
  { name: 'request-form', test: /\/request-form\/src\/request-form-element\.ts$/ },
  // What the receipt shares with the page that follows a request, which seldom shows a receipt.
  { name: 'followed', test: /\/request-form\/src\/(receipt-tag|request\.styles|views\/receipt-parts)\.ts$/ },
  { name: 'receipt', test: /\/request-form\/src\/receipt-element\.ts$/ },
  { name: 'request-status', test: /\/request-form\/src\/request-status-element\.ts$/ },
  { name: 'request-sending', test: /\/request-form\/src\/sending\/sending\.ts$/ },
  { name: 'feedback', test: /\/feedback-widget\/src\/feedback\/feedback-element\.ts$/ },
  { name: 'rating', test: /\/feedback-widget\/src\/rating\/rating-element\.ts$/ },
  { name: 'kinds', test: /\/core\/src\/fields\/lazy-kinds\.ts$/ },
  // Who answers a survey does not fetch the words of requests.
  { name: 'request-en', test: /\/request-form\/src\/((form|sending|receipt|contribution)\/)?locales\/en\.ts$/ },
  { name: 'request-fr', test: /\/request-form\/src\/((form|sending|receipt|contribution)\/)?locales\/fr\.ts$/ },
  // Nor does who makes a request without identity fetch those of signing in.
  { name: 'identity-en', test: /\/request-form\/src\/(form\/sign-in|confirm)\/locales\/en\.ts$/ },
  { name: 'identity-fr', test: /\/request-form\/src\/(form\/sign-in|confirm)\/locales\/fr\.ts$/ },
  // Nor does anybody but who takes part in a consultation those of consultations.
  {
    name: 'feedback-en',
    test: /\/feedback-widget\/src\/(feedback|published)\/locales\/en\.ts$|\/locales\/consultation-problems\.en\.ts$/,
  },
  {
    name: 'feedback-fr',
    test: /\/feedback-widget\/src\/(feedback|published)\/locales\/fr\.ts$|\/locales\/consultation-problems\.fr\.ts$/,
  },
  // Nor who rates a page those of anything else.
  { name: 'rating-en', test: /\/rating\/locales\/en\.ts$/ },
  { name: 'rating-fr', test: /\/rating\/locales\/fr\.ts$/ },
  // What the first questions say comes before what is said later, as it does in Italian.
  { name: 'first-en', test: /\/core\/src\/(form-tag\/)?locales\/en\.ts$/ },
  { name: 'first-fr', test: /\/core\/src\/(form-tag\/)?locales\/fr\.ts$/ },
  { name: 'en', test: /\/locales\/(\w+\.)?en\.ts$/ },
  { name: 'fr', test: /\/locales\/(\w+\.)?fr\.ts$/ },
].map((group, index, all) => ({ ...group, priority: all.length - index }));
