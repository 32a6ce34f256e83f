import type { FastifyRequest } from 'fastify';

/** Languages that a reader asks for, best first: `?lang=`, then `Accept-Language` by weight. */
export function askedLanguages(request: FastifyRequest): string[] {
  const { lang } = request.query as { lang?: string | string[] };
  const accepted = (request.headers['accept-language'] ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [language = '', weight] = part.trim().split(/\s*;\s*q=/);
      return { language, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => /^[A-Za-z-]{2,35}$/.test(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return [...(typeof lang === 'string' ? [lang.slice(0, 35)] : []), ...accepted.map(({ language }) => language)];
}
