import { brotliCompressSync, constants } from 'node:zlib';

/** The key of a root: a source's path, or a chunk's name as the build's own groups give it. */
function keyOf(manifest, root) {
  if (Object.hasOwn(manifest, root)) return root;
  const named = Object.keys(manifest).filter((key) => manifest[key].name === root);
  if (named.length === 1) return named[0];
  throw new Error(`The built kit has no chunk ${root}; it has: ${Object.keys(manifest).join(', ')}`);
}

/**
 * The files of a Vite manifest that loading the roots brings in: each root with its static imports and style sheets and,
 * with `follow: 'all'`, whatever those can import later, but the `except`ed chunks and what only they load. One of these
 * that another chunk imports at once is counted all the same.
 */
export function filesOf(manifest, roots, follow, except = []) {
  const files = new Set();
  const visited = new Set();
  const left = new Set(except.map((root) => keyOf(manifest, root)));
  const queue = roots.map((root) => keyOf(manifest, root));
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (visited.has(key)) continue;
    visited.add(key);
    const chunk = manifest[key];
    files.add(chunk.file);
    for (const sheet of chunk.css ?? []) files.add(sheet);
    queue.push(...(chunk.imports ?? []));
    if (follow === 'all') queue.push(...(chunk.dynamicImports ?? []).filter((later) => !left.has(later)));
  }
  return [...files].sort();
}

/** Bytes on the wire at brotli's best, as a static server with prepared files sends them. */
export function brotliSize(content) {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
