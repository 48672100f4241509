import type { Region } from '../../model/document.js';
import type { Dict } from '../../model/json.js';
import type { RegionSort } from '../../store/settings.js';
import type { Editor } from '../editor.js';
import { sightOf } from '../regions/regions.js';
import type { SortKey } from './sorting.js';

/** By what regions are sorted; undefined for the order of their results. */
export function keysFor(editor: Editor, sort: RegionSort): ((region: Region) => SortKey) | undefined {
  if (sort === 'made') return undefined;
  if (sort === 'score') return ({ score }) => score;
  if (sort === 'label') {
    return (region) =>
      editor.faces
        .labels(region)
        .map(({ name }) => name)
        .join('\n') || undefined;
  }
  if (sort === 'area') return (region) => areaOf(editor, region);
  const objects = new Map(editor.config.nodes.map(({ name }, index) => [name, index]));
  return (region) => [objects.get(region.toName) ?? objects.size, region.itemIndex ?? 0, ...placeOf(editor, region)];
}

/** Where it begins: in a time or text its start, on a page its top and left, of a track its first frame. */
function placeOf(editor: Editor, region: Region): readonly number[] {
  const { registry, facts, faces } = editor;
  const shape = registry.shape(region.shape);
  const begins: number[] = [];
  try {
    const { frames = Infinity } = facts.of(region.toName, region.itemIndex);
    const first = shape?.track?.lifespans(region.geometry, frames)[0];
    if (first) begins.push(first[0]);
  } catch {
    // Told where it is drawn.
  }
  const figures = faces.details(region);
  const [start, end] = [figure(figures, 'Start'), figure(figures, 'End')];
  if (start !== undefined) return [...begins, start, end ?? start];
  const [x, y] = [figure(figures, 'X'), figure(figures, 'Y')];
  if (x !== undefined && y !== undefined) return [...begins, y, x];
  return [...begins, ...corner(editor, region)];
}

/** The top left of what has points and no figures for its place. */
function corner(editor: Editor, region: Region): readonly number[] {
  try {
    const points = editor.registry
      .shape(region.shape)
      ?.anchors?.(region.geometry, sightOf(editor, region, region.fromName)) as readonly unknown[] | undefined;
    const pairs = (points ?? []).filter((point): point is readonly [number, number] => Array.isArray(point));
    if (pairs.length === 0) return [];
    return [1, 0].map((axis) => pairs.reduce((least, point) => Math.min(least, point[axis] ?? 0), Infinity));
  } catch {
    return [];
  }
}

/** How much it covers: pixels where the size of the picture is known; of a time seconds, of a text characters, of a cloud its volume. */
function areaOf(editor: Editor, region: Region): number | undefined {
  const figures = editor.faces.details(region);
  const known = figure(figures, 'Area (px)') ?? figure(figures, 'Duration') ?? figure(figures, 'Frames');
  if (known !== undefined) return known;
  const [start, end] = [figure(figures, 'Start'), figure(figures, 'End')];
  if (start !== undefined && end !== undefined) return Math.abs(end - start);
  const [width, height, length] = ['Width', 'Height', 'Length'].map((name) => figure(figures, name));
  const box = width !== undefined && height !== undefined ? width * height : undefined;
  if (box !== undefined && length !== undefined) return box * length;
  const [across, down] = [figure(figures, 'Radius X'), figure(figures, 'Radius Y')];
  const round = across !== undefined && down !== undefined ? Math.PI * across * down : undefined;
  const share = figure(figures, 'Area (%)');
  const covered = share === undefined ? (box ?? round) : share * 100;
  if (covered === undefined) return undefined;
  const facts = editor.facts.of(region.toName, region.itemIndex);
  return (covered * (facts.width ?? 100) * (facts.height ?? 100)) / 10_000;
}

const figure = (figures: Dict, name: string): number | undefined => {
  const value = figures[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};
