import {
  BufferAttribute,
  CustomBlending,
  DynamicDrawUsage,
  FrontSide,
  GLSL3,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  RawShaderMaterial,
  Vector2,
  Vector3,
} from 'three';
import type { Layer } from '../../contract/surface.js';
import { rgbaOf } from '../stage2d/colour.js';
import {
  edgeFragmentShader,
  edgeVertexShader,
  FLAG,
  faceFragmentShader,
  faceVertexShader,
  WIDTH_UNIT,
} from './box-shaders.js';
import { solidsOf } from './layer-solids.js';
import { EDGES } from './solid.js';
import { minus, type Vec3 } from './vector.js';

/** How much wider strokes are than layers ask for, and those that stand out. CSS pixels. */
const WEIGHT = 1.5;
const MORE = { selected: 0.75, hovered: 0.5 } as const;
/** At most so opaque are faces: one has to see the points through those before and behind. */
const MOST_FILL = 0.16;
/** How far before its front a box's heading shows, in halves of its length; and how strong what marks the front is. */
const NOSE = 1.5;
const CROSS = 0.5;

/** All boxes in two draws, one of their faces and one of their edges. A change writes their places, some bytes each. */
export class BoxBatch {
  readonly edges: Mesh<InstancedBufferGeometry, RawShaderMaterial>;
  readonly faces: Mesh<InstancedBufferGeometry, RawShaderMaterial>;
  readonly #uniforms = {
    uScreen: { value: new Vector2(1, 1) },
    uRatio: { value: 1 },
    uOnly: { value: -1 },
    uRim: { value: new Vector3() },
  };
  #capacity = 0;
  #layers: readonly Layer[] = [];
  #origin: Vec3 | undefined;

  constructor() {
    const common = {
      uniforms: this.#uniforms,
      glslVersion: GLSL3,
      transparent: true,
      depthWrite: false,
      side: FrontSide,
      blending: CustomBlending,
      // Colours are multiplied by their alpha.
      blendSrc: OneFactor,
      blendDst: OneMinusSrcAlphaFactor,
    } as const;
    this.edges = new Mesh(
      edgeGeometry(),
      new RawShaderMaterial({ ...common, vertexShader: edgeVertexShader, fragmentShader: edgeFragmentShader }),
    );
    this.faces = new Mesh(
      faceGeometry(),
      new RawShaderMaterial({ ...common, vertexShader: faceVertexShader, fragmentShader: faceFragmentShader }),
    );
    this.faces.renderOrder = 0;
    this.edges.renderOrder = 1;
    for (const mesh of [this.edges, this.faces]) mesh.frustumCulled = false;
  }

  get count(): number {
    return this.edges.geometry.instanceCount;
  }

  /** @param origin what is taken off all places */
  update(layers: readonly Layer[], origin: Vec3): void {
    if (this.#origin === origin && isSame(layers, this.#layers)) return;
    [this.#layers, this.#origin] = [layers, origin];
    const count = layers.reduce((all, layer) => all + solidsOf(layer).length, 0);
    if (count > this.#capacity || this.#capacity === 0) this.#grow(Math.max(16, 2 * count));
    let i = 0;
    for (const layer of layers) {
      for (const { centre, half, axes } of solidsOf(layer)) {
        this.#put('iCentre', i, minus(centre, origin));
        this.#put('iHalf', i, half);
        this.#put('iAhead', i, axes[0]);
        this.#put('iLeft', i, axes[1]);
        this.#put('iColour', i, rgbaOf(layer.colour));
        this.#put('iStyle', i, styleOf(layer));
        i++;
      }
    }
    for (const { geometry } of [this.edges, this.faces]) geometry.instanceCount = count;
    for (const name of INSTANCE) this.#attribute(name).needsUpdate = true;
  }

  /** Which box a layer's is, to tell `look` by; -1: none. */
  indexOf(layer: Layer | undefined): number {
    let i = 0;
    for (const each of this.#layers) {
      if (each === layer) return i;
      i += solidsOf(each).length;
    }
    return -1;
  }

  /** @param only the box that is not faint; -1: none is. @param rim the colour round the lines, 0 to 1 */
  look(screen: readonly [number, number], ratio: number, only: number, rim: Vec3): void {
    this.#uniforms.uScreen.value.set(...screen);
    this.#uniforms.uRatio.value = ratio;
    this.#uniforms.uOnly.value = only;
    this.#uniforms.uRim.value.set(...rim);
    for (const { material } of [this.edges, this.faces]) material.uniformsNeedUpdate = true;
  }

  dispose(): void {
    for (const { geometry, material } of [this.edges, this.faces]) {
      geometry.dispose();
      material.dispose();
    }
  }

  #grow(capacity: number): void {
    this.#capacity = capacity;
    const floats = () => new InstancedBufferAttribute(new Float32Array(3 * capacity), 3);
    const bytes = () => new InstancedBufferAttribute(new Uint8Array(4 * capacity), 4, true);
    // Buffers of another size are other buffers: what draws from them must be told.
    this.edges.geometry.dispose();
    this.faces.geometry.dispose();
    for (const name of INSTANCE) {
      const attribute = name === 'iColour' || name === 'iStyle' ? bytes() : floats();
      attribute.setUsage(DynamicDrawUsage);
      this.edges.geometry.setAttribute(name, attribute);
      this.faces.geometry.setAttribute(name, attribute);
    }
  }

  #attribute(name: (typeof INSTANCE)[number]): InstancedBufferAttribute {
    return this.edges.geometry.getAttribute(name) as InstancedBufferAttribute;
  }

  #put(name: (typeof INSTANCE)[number], i: number, values: readonly number[]): void {
    const attribute = this.#attribute(name);
    attribute.array.set(values, i * attribute.itemSize);
  }
}

const INSTANCE = ['iCentre', 'iHalf', 'iAhead', 'iLeft', 'iColour', 'iStyle'] as const;

const isSame = (a: readonly Layer[], b: readonly Layer[]): boolean =>
  a.length === b.length && a.every((layer, i) => layer === b[i]);

function styleOf({ strokeWidth, fillOpacity, dashed, selected, hovered }: Layer): readonly number[] {
  const width = strokeWidth * WEIGHT + (selected ? MORE.selected : hovered ? MORE.hovered : 0);
  const flags = (dashed ? FLAG.dashed : 0) | (selected || hovered ? FLAG.raised : 0);
  const fill = fillOpacity === 0 ? 0 : Math.min(MOST_FILL, fillOpacity * (selected ? 0.3 : 0.4));
  return [Math.min(255, Math.round(width * WIDTH_UNIT)), flags, Math.round(fill * 255), 0];
}

/** The edges, the heading, and a cross on the front; of each line a strip of two triangles. */
function edgeGeometry(): InstancedBufferGeometry {
  const corner = (i: number): Vec3 => [i & 1 ? 1 : -1, i & 2 ? 1 : -1, i & 4 ? 1 : -1];
  const lines: readonly (readonly [Vec3, Vec3, number])[] = [
    ...EDGES.map(([a, b]) => [corner(a), corner(b), 1] as const),
    [[1, 0, 0], [NOSE, 0, 0], 1],
    [corner(1), corner(7), CROSS],
    [corner(3), corner(5), CROSS],
  ];
  const [from, to, corners, index]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const [a, b, strength] of lines) {
    const first = from.length / 3;
    for (const [end, side] of [
      [0, -1],
      [0, 1],
      [1, -1],
      [1, 1],
    ] as const) {
      from.push(...a);
      to.push(...b);
      corners.push(end, side, strength);
    }
    index.push(first, first + 2, first + 1, first + 1, first + 2, first + 3);
  }
  const geometry = empty();
  geometry.setIndex(index);
  for (const [name, values] of [
    ['aFrom', from],
    ['aTo', to],
    ['aCorner', corners],
  ] as const) {
    geometry.setAttribute(name, new BufferAttribute(new Float32Array(values), 3));
  }
  return geometry;
}

/** The six faces, seen from outside. */
function faceGeometry(): InstancedBufferGeometry {
  const places: number[] = [];
  for (const axis of [0, 1, 2] as const) {
    for (const side of [-1, 1] as const) {
      const quad = [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, -1],
        [1, 1],
        [-1, 1],
      ] as const;
      for (const [u, v] of quad) {
        const place: [number, number, number] = [0, 0, 0];
        place[axis] = side;
        place[(axis + 1) % 3] = u * side;
        place[(axis + 2) % 3] = v;
        places.push(...place);
      }
    }
  }
  const geometry = empty();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(places), 3));
  return geometry;
}

function empty(): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.instanceCount = 0;
  return geometry;
}
