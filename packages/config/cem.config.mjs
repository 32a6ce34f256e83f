import { posix } from 'node:path';

/** Knows our registration, `define('cmto-…', Class)`, and leaves out what is nobody's business: private members. */
const registrations = {
  name: 'cmto-registrations',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, element] = node.arguments;
    if (!tag || !ts.isStringLiteral(tag) || !element) return;
    const name = element.getText();
    const from = node
      .getSourceFile()
      .statements.find(
        (each) =>
          ts.isImportDeclaration(each) &&
          each.importClause?.namedBindings?.elements?.some((imported) => imported.name.getText() === name),
      );
    if (!from) throw new Error(`${moduleDoc.path} registers ${name}, which it does not import`);
    moduleDoc.exports = [
      ...(moduleDoc.exports ?? []),
      {
        kind: 'custom-element-definition',
        name: tag.text,
        declaration: { name, module: posix.join(posix.dirname(moduleDoc.path), from.moduleSpecifier.text) },
      },
    ];
  },
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      const { declarations = [] } = module;
      // `define` itself registers whatever tag it is given: that is no tag of ours.
      module.exports = module.exports?.filter(
        ({ kind, name }) => kind !== 'custom-element-definition' || name.startsWith('cmto-'),
      );
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(
          ({ name, privacy, static: isStatic }) => privacy !== 'private' && !isStatic && !name.startsWith('#'),
        );
      }
    }
  },
};

/** Knows what a property is while unset: `initial` in our elements' `static properties`. */
const initialValues = {
  name: 'cmto-initial-values',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isPropertyDeclaration(node) || node.name.getText() !== 'properties' || !node.initializer) return;
    const element = moduleDoc.declarations?.find(({ name }) => name === node.parent.name?.getText());
    for (const property of node.initializer.properties ?? []) {
      const initial = property.initializer?.properties?.find(({ name }) => name?.getText() === 'initial')?.initializer;
      if (!initial || initial.getText() === 'undefined') continue;
      const name = property.name.getText();
      const described = [...(element?.members ?? []), ...(element?.attributes ?? [])];
      for (const each of described) {
        if (each.name === name || each.fieldName === name) each.default = initial.getText();
      }
    }
  },
};

/** What a widget publishes: its entry, its registration, its elements and its events. */
export default {
  globs: [
    'src/index.ts',
    'src/define*.ts',
    'src/*-element.ts',
    'src/*-events.ts',
    'src/context/*-element.ts',
    'src/kept/*-element.ts',
    'src/{rating,feedback}/*-{element,events}.ts',
  ],
  litelement: true,
  quiet: true,
  packagejson: false, // it would write its own output folder into package.json
  plugins: [registrations, initialValues],
};
