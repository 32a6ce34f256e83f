/** Styles written in the code: text, put together from other styles of ours alone. */
export const css: (raw: TemplateStringsArray, ...styles: string[]) => string = String.raw;
