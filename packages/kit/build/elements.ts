import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** A custom elements manifest (https://github.com/webcomponents/custom-elements-manifest), as far as it is looked at. */
export interface ElementsManifest {
  readonly schemaVersion: string;
  readonly readme?: string;
  readonly modules: readonly unknown[];
}

/** Where the tags of a page come from. */
const packages = ['@cmto/core', '@cmto/survey-widget', '@cmto/request-form', '@cmto/feedback-widget'];

/** One manifest of several packages: modules under the name of theirs, for each calls its own `src/…`. */
export const joinManifests = (manifests: Readonly<Record<string, ElementsManifest>>): ElementsManifest => {
  const modules = Object.entries(manifests).flatMap(
    ([name, manifest]) =>
      JSON.parse(JSON.stringify(manifest.modules), (key, value: unknown) =>
        (key === 'path' || key === 'module') && typeof value === 'string'
          ? value.replace(/^\/?(?=src\/)/, `${name}/`)
          : value,
      ) as unknown[],
  );
  return { schemaVersion: '1.0.0', readme: '', modules };
};

const manifestOf = (name: string): ElementsManifest =>
  JSON.parse(
    readFileSync(fileURLToPath(import.meta.resolve(`${name}/custom-elements.json`)), 'utf8'),
  ) as ElementsManifest;

/** Publishes `custom-elements.json` beside the kit: what an editor's tools need to know of every tag. */
export const publishElements = (): Plugin => ({
  name: 'cmto-elements',
  generateBundle() {
    const manifest = joinManifests(Object.fromEntries(packages.map((name) => [name, manifestOf(name)])));
    this.emitFile({
      type: 'asset',
      fileName: 'custom-elements.json',
      source: `${JSON.stringify(manifest, null, 2)}\n`,
    });
  },
});
