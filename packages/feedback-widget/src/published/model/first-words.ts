/** The first words of a text, in one line, of at most so many characters. */
export const firstWords = (text: string, most = 60): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  if (characters.length <= most) return characters.join('');
  const start = characters.slice(0, most).join('');
  const cut = start.lastIndexOf(' ');
  return `${cut > 0 ? start.slice(0, cut) : start}…`;
};
