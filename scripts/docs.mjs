/**
 * Writes what is generated from the tags' descriptors: config-schema.json, and a page for each tag in docs/tags.
 * `node scripts/docs.mjs`
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { filesUnder, root } from './project.mjs';

const pages = 'docs/tags';
const schemaFile = 'config-schema.json';

/** The text of each file, by its path relative to the root. */
export async function makeDocs() {
  const from = (path) => tsImport(`../src/${path}`, import.meta.url);
  const { builtInTags, configSchema, readConfig, tagLookup } = await from('config.ts');
  const geometries = await Promise.all(
    ['picture', 'flow', 'time', 'film', 'scene'].map((it) => from(`geometry/${it}.ts`)),
  );
  const shapes = geometries.flatMap((module) => Object.values(module)).flatMap((geometry) => geometry.shapes);
  const keysOf = new Map(shapes.map(({ name, codec }) => [name, codec.keys]));
  const schema = configSchema(builtInTags);
  const lookup = tagLookup(builtInTags);
  const named = (config, data, tag) =>
    readConfig(config, data, lookup).nodes.find((node) => node.module?.tag.toLowerCase() === tag.toLowerCase());
  const world = { schema, keysOf, named };
  return new Map([
    [schemaFile, formatted(JSON.stringify(schema), schemaFile)],
    [`${pages}/README.md`, index(schema)],
    ...schema.tags.map((tag) => [`${pages}/${fileOf(tag.tag)}`, page(tag, world)]),
  ]);
}

/** Pages of tags that are there no more. */
export const stalePages = (docs) => filesUnder(pages).filter((path) => !docs.has(path));

function formatted(text, name) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'format', `--stdin-file-path=${name}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} could not be formatted: ${stderr}`);
  return stdout;
}

const fileOf = (tag) => `${tag.toLowerCase()}.md`;
const link = (tag, schema) =>
  schema.tags.some((other) => other.tag === tag) ? `[${tag}](${fileOf(tag)})` : `\`${tag}\``;
/** Text is no markup, but for code in backticks. */
const plain = (text) => text.replace(/`[^`]*`|</g, (found) => (found === '<' ? '&lt;' : found));
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (words) => words.map((word) => `\`${word}\``).join(', ');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const kinds = [
  ['object', 'Object tags', 'They show a medium.'],
  ['control', 'Controls', 'They ask for something: marks, labels, answers.'],
  ['visual', 'Visual tags', 'They lay out, style and explain.'],
  ['part', 'Parts', 'They stand in a control, and say what it offers.'],
];

function index(schema) {
  const sections = kinds.map(([kind, title, about]) => {
    const rows = schema.tags.filter((tag) => tag.kind === kind).map((tag) => [link(tag.tag, schema), plain(tag.about)]);
    return `## ${title}\n\n${about}\n\n${table(['tag', 'about'], rows)}`;
  });
  return `${['# Tags', note, ...sections].join('\n\n')}\n`;
}

const note = `These pages are made from the descriptors of the tags by \`node scripts/docs.mjs\`, and so is
[config-schema.json](../../config-schema.json), which says the same to programs: see [config.md](../config.md).`;

function page(tag, world) {
  const parts = (tag.parts ?? []).flatMap((part) => [`## Its part ${part.tag}`, plain(part.about), attributes(part)]);
  return `${[
    `# ${tag.tag}`,
    plain(tag.about),
    facts(tag, world),
    '## Attributes',
    attributes(tag),
    ...parts,
    ...result(tag, world),
    ...tag.examples.flatMap((example) => exampleOf(example)),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

/** What one has to know at first, as a list. */
function facts(tag, { schema, keysOf }) {
  const tags = (names) => names.map((name) => link(name, schema)).join(', ');
  const controllers = schema.tags.filter(
    (other) => other.kind === 'control' && (other.controls.includes(tag.tag) || other.controls.includes('*')),
  );
  const holders = (tag.within ?? []).map((name) =>
    name.startsWith('*') ? `every tag whose name ends in \`${name.slice(1)}\`` : link(name, schema),
  );
  const kind = { object: 'Object tag', control: 'Control', visual: 'Visual tag', part: 'Part' }[tag.kind];
  return [
    `${kind}${tag.aliases ? `; also written ${code(tag.aliases)}` : ''}.`,
    holders.length > 0 && `Stands in ${holders.join(', ')}.`,
    tag.content && `What stands inside of it, ${tag.content === 'text' ? 'text' : 'markup'}, is its \`value\`.`,
    tag.controls?.length && `Speaks of ${tag.controls.includes('*') ? 'any object tag' : tags(tag.controls)}.`,
    tag.speaksOf === 'region' && 'What it says belongs to a region.',
    tag.kind === 'object' && controllers.length > 0 && `Controls: ${tags(controllers.map((other) => other.tag))}.`,
    tag.kind === 'object' &&
      tag.shape &&
      `What is marked in it has, in \`value\`: ${code(keysOf.get(tag.shape) ?? [])}.`,
    tag.offers && `Offers ${link(tag.offers, schema)}.`,
    tag.repeats && `What stands inside of it is repeated for each entry of \`${tag.repeats.list}\`.`,
  ]
    .filter(Boolean)
    .map((fact) => `- ${fact}`)
    .join('\n');
}

function attributes({ attributes: all }) {
  const rows = Object.entries(all).map(([name, spec]) => [
    `\`${name}\`${spec.required ? ' *' : ''}`,
    typeOf(spec),
    spec.default === undefined || spec.default === '' ? '' : `\`${spec.default}\``,
    `${plain(spec.about)}${spec.unless ? ` Not needed with \`${spec.unless}\`.` : ''}`,
  ]);
  if (rows.length === 0) return 'It has none.';
  const required = Object.values(all).some((spec) => spec.required) ? '\n\n\\* must be given.' : '';
  return `${table(['attribute', 'value', 'default', 'about'], rows)}${required}`;
}

function typeOf({ type, values, refersTo }) {
  if (type === 'enum') return code(values);
  if (type === 'name') return refersTo ? `name of ${refersTo === 'object' ? 'an object tag' : 'a tag'}` : 'name';
  const words = {
    boolean: '`true`, `false`',
    unit: 'number from 0 to 1',
    colour: 'CSS colour',
    data: '`$data` or text',
  };
  return words[type] ?? type;
}

/** What those say that are no labels, as an example. */
const answers = {
  choices: ['Good'],
  datetime: '2024-05-17',
  number: 12,
  pairwise: 'left',
  ranker: { best: ['a'], rest: ['b', 'c'] },
  rating: 4,
  taxonomy: [['Animals', 'Birds']],
  textarea: ['A text'],
};
const open = '…';

/** The result in JSON, with … where the descriptor does not tell. */
function result(tag, { keysOf, named }) {
  if (tag.kind !== 'control') return [];
  const { type, key, ofItself } = tag.result;
  if (type === 'relation') {
    return ['## Result', json({ type, from_id: open, to_id: open, direction: 'right', labels: [open] })];
  }
  const [example] = tag.examples;
  const node = example && named(example.config, example.data, tag.tag);
  const name = node?.name ?? tag.tag.toLowerCase();
  const geometry = Object.fromEntries((keysOf.get(tag.shape) ?? []).map((word) => [word, open]));
  const answer = tag.speaksOf === 'region' ? [open] : (answers[type] ?? open);
  return [
    '## Result',
    json({
      id: open,
      from_name: name,
      to_name: ofItself ? name : (node?.toNames[0] ?? open),
      type,
      value: { ...geometry, ...(key !== undefined && { [key]: answer }) },
    }),
    tag.speaksOf === 'any' &&
      'The `id` is that of the region where the answer is about one; the `value` then holds its geometry too.',
    tag.speaksOf === 'region' && !tag.shape && 'The `value` holds the geometry of the region too.',
  ];
}

/** JSON in which … stands for something left out. */
const json = (value) => fenced('js', JSON.stringify(value, null, 2).replaceAll(`"${open}"`, open));
function fenced(language, text) {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}${language}\n${text}\n${fence}`;
}

function exampleOf({ title, config, data }) {
  const shorter = (_, value) =>
    typeof value === 'string' && value.length > 160 ? `${value.slice(0, 80)}${open}` : value;
  const shown = Object.keys(data).length > 0 ? [fenced('json', JSON.stringify(data, shorter, 2))] : [];
  return [`## Example: ${title}`, fenced('xml', config.trim()), ...shown];
}

async function writeDocs() {
  const docs = await makeDocs();
  for (const path of stalePages(docs)) rmSync(join(root, path));
  for (const [path, text] of docs) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(`${docs.size} files: ${schemaFile}, and ${pages} with a page for each tag.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeDocs();
