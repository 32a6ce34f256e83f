/** The address alone, of `Name <address>` or an address. */
export const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

export const domainOf = (from: string): string => addressOf(from).split('@').at(-1)!;
