import { sha256 } from './digest.ts';

/** A schema of the contract, by the one thing needed of it. */
interface Schema<T> {
  parse(value: unknown): T;
}

/** An answer that the contract's own schema has let through: a mock cannot drift from it unnoticed. */
export const jsonResponse = <T>(
  schema: Schema<T>,
  body: T,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response =>
  new Response(JSON.stringify(schema.parse(body)), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  });

/** As above, for what many ask for: with a tag, and 304 to whoever holds it. */
export const taggedResponse = async <T>(
  schema: Schema<T>,
  body: T,
  request: Request,
  cacheControl = 'public, max-age=0, must-revalidate',
): Promise<Response> => {
  const tag = `"${(await sha256(JSON.stringify(body))).slice(0, 27)}"`;
  const held = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  const headers = { ETag: tag, 'Cache-Control': cacheControl };
  if (held.includes(tag) || held.includes('*')) return new Response(null, { status: 304, headers });
  return jsonResponse(schema, body, { headers });
};
