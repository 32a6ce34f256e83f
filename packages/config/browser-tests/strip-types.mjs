import { stripTypeScriptTypes } from 'node:module';

/**
 * Serves TypeScript to the browser exactly as Node runs it on the server: types become blanks, nothing else changes.
 * So line and column stay true without source maps, and a `declare`d field really is no field.
 */
export function stripTypes() {
  return {
    name: 'strip-types',
    resolveMimeType(context) {
      return context.path.endsWith('.ts') ? 'js' : undefined;
    },
    transform(context) {
      if (!context.path.endsWith('.ts')) return undefined;
      return { body: stripTypeScriptTypes(context.body) };
    },
  };
}
