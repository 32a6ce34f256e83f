/** Words that the register reads: it is kept in Italian whatever language a contribution came in. */
export const it = {
  'author.unnamed': 'Mittente non indicato',
  'subject.document': 'Osservazione su “{title}”, sezione “{section}”',
  'subject.whole-document': 'Osservazione su “{title}”',
  'subject.ideas': 'Idea o materiale per “{title}”',
  'subject.needs': 'Bisogno segnalato in “{title}”',
} as const;
