/** Leaves what a host may use: private members are listed by the analyzer as well, with their initial values. */
const publicOnly = () => ({
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(({ privacy, name }) => !privacy && !name.startsWith('#'));
      }
    }
  },
});

/** The sources are not shipped; the element is in the package's main file. */
const shippedPaths = () => ({
  name: 'shipped-paths',
  packageLinkPhase({ customElementsManifest }) {
    const path = 'dist/npm/index.js';
    for (const module of customElementsManifest.modules) {
      module.path = path;
      for (const { declaration } of module.exports) declaration.module = path;
    }
  },
});

export default {
  globs: ['src/ui/label-editor.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly(), shippedPaths()],
};
