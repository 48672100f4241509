import {
  AlwaysDepth,
  BufferAttribute,
  BufferGeometry,
  Camera,
  DataTexture,
  DepthTexture,
  GLSL3,
  Matrix3,
  Mesh,
  NearestFilter,
  NoBlending,
  RawShaderMaterial,
  RGBAFormat,
  Scene,
  UnsignedIntType,
  Vector2,
  Vector3,
  WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import type { ColourBy, Layer } from '../../contract/surface.js';
import { BoxBatch } from './box-batch.js';
import { CloudPoints } from './cloud-points.js';
import { COLOURS, colourTable } from './colour-ramps.js';
import { GripBatch } from './grip-batch.js';
import type { Grip } from './grips.js';
import { GroundGrid } from './ground-grid.js';
import { type Lens, matricesOf, type Panel } from './lens.js';
import {
  BOX,
  COLOUR_BY,
  layFragmentShader,
  layVertexShader,
  pointFragmentShader,
  pointVertexShader,
} from './point-shaders.js';
import type { Solid } from './solid.js';
import { minus, type Vec3 } from './vector.js';

/** How points are drawn in all views. Heights are metres along `up` in the cloud's own frame. */
export interface PointLook {
  readonly size: number;
  readonly colourBy: ColourBy;
  readonly up: Vec3;
  readonly shown: readonly [least: number, most: number] | undefined;
  readonly ramp: readonly [low: number, high: number];
}

/** The points of one view. */
export interface PointShot {
  readonly lens: Lens;
  /** All points, or those near to a box. */
  readonly nearby: boolean;
  readonly box?: { readonly solid: Solid; readonly does: 'clips' | 'dims' };
  readonly grid: boolean;
}

/** The boxes of one view; `only`: the one that is not faint. */
export interface BoxShot {
  readonly lens: Lens;
  readonly only: Layer | undefined;
}

/**
 * All drawing: one canvas for all views. Points take long and seldom change: they are drawn aside, and boxes, which do at
 * every move of the pointer, over a copy of that.
 */
export class Graphics {
  readonly points: CloudPoints;
  readonly boxes = new BoxBatch();
  readonly grips = new GripBatch();
  readonly grid = new GroundGrid();
  readonly #renderer: WebGLRenderer;
  readonly #camera = new Camera();
  readonly #aside = new WebGLRenderTarget(1, 1, {
    minFilter: NearestFilter,
    magFilter: NearestFilter,
    depthTexture: new DepthTexture(1, 1, UnsignedIntType),
  });
  readonly #colours = new DataTexture(colourTable(false), COLOURS, 3, RGBAFormat);
  readonly #material: RawShaderMaterial;
  readonly #lay: Mesh<BufferGeometry, RawShaderMaterial>;
  readonly #scenes = {
    all: new Scene(),
    nearby: new Scene(),
    grid: new Scene(),
    lay: new Scene(),
    boxes: new Scene(),
    grips: new Scene(),
  };
  readonly #uniforms = {
    uSize: { value: 2 },
    uColourBy: { value: 0 },
    uUp: { value: new Vector3(0, 0, 1) },
    uShown: { value: new Vector2() },
    uRamp: { value: new Vector2() },
    uColours: { value: this.#colours },
    uBox: { value: 0 },
    uBoxCentre: { value: new Vector3() },
    uBoxAxes: { value: new Matrix3() },
    uBoxHalf: { value: new Vector3() },
  };
  #origin: Vec3 = [0, 0, 0];
  #ratio = 1;
  #height = 1;

  constructor(canvas: HTMLCanvasElement, context: WebGL2RenderingContext) {
    this.#renderer = new WebGLRenderer({ canvas, context, antialias: false });
    this.#renderer.autoClear = false;
    // All is drawn in the order it was added, and nothing has to be measured for that.
    this.#renderer.sortObjects = false;
    this.#renderer.setClearColor(0x000000, 0);
    this.#camera.matrixWorldAutoUpdate = false;
    this.#colours.needsUpdate = true;
    this.#material = new RawShaderMaterial({
      uniforms: this.#uniforms,
      glslVersion: GLSL3,
      vertexShader: pointVertexShader,
      fragmentShader: pointFragmentShader,
      blending: NoBlending,
    });
    this.points = new CloudPoints(this.#material);
    this.#lay = this.#makeLay();
    const { all, nearby, grid, lay, boxes, grips } = this.#scenes;
    all.add(this.points.group);
    nearby.add(this.points.nearby);
    grid.add(this.grid.mesh);
    lay.add(this.#lay);
    boxes.add(this.boxes.faces, this.boxes.edges);
    grips.add(this.grips.mesh);
    for (const scene of Object.values(this.#scenes)) scene.matrixWorldAutoUpdate = false;
  }

  /** Bytes and objects on the graphics card, as far as it is known how many they are. */
  get held(): { readonly geometries: number; readonly textures: number } {
    const { geometries, textures } = this.#renderer.info.memory;
    return { geometries, textures };
  }

  /** @param origin what is taken off all places before they are sent. @param dark of the theme */
  set(origin: Vec3, dark: boolean): void {
    this.#origin = origin;
    (this.#colours.image as { data: Uint8Array }).data = colourTable(dark);
    this.#colours.needsUpdate = true;
  }

  /** @param width CSS pixels. @param ratio device pixels in one of them */
  resize(width: number, height: number, ratio: number): void {
    const [across, down] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
    this.#ratio = ratio;
    this.#height = down;
    this.#renderer.setSize(across, down, false);
    this.#aside.setSize(across, down);
  }

  /** Draws the points of some of the views aside. @param most points, in those views that show all */
  paintPoints(shots: readonly PointShot[], look: PointLook, most: number): number {
    this.#look(look);
    const drawn = this.points.limit(most);
    const renderer = this.#renderer;
    const target = this.#aside;
    target.scissorTest = true;
    for (const { lens, nearby, box, grid } of shots) {
      const [x, y, width, height] = this.#pixels(lens.panel);
      target.viewport.set(x, y, width, height);
      target.scissor.set(x, y, width, height);
      renderer.setRenderTarget(target);
      renderer.clear();
      this.#aim(lens);
      this.#clip(box);
      if (grid) renderer.render(this.#scenes.grid, this.#camera);
      renderer.render(nearby ? this.#scenes.nearby : this.#scenes.all, this.#camera);
    }
    return drawn;
  }

  /** Draws what is seen: the points that were drawn aside, and all else. @param rim of lines. @param accent of handles; 0 to 1 */
  paint(shots: readonly BoxShot[], grips: readonly Grip[], under: Grip | undefined, rim: Vec3, accent: Vec3): void {
    const renderer = this.#renderer;
    const canvas = renderer.domElement;
    const screen = [canvas.width, canvas.height] as const;
    renderer.setRenderTarget(null);
    renderer.setScissorTest(true);
    for (const { lens, only } of shots) {
      const [x, y, width, height] = this.#pixels(lens.panel);
      renderer.setViewport(x, y, width, height);
      renderer.setScissor(x, y, width, height);
      // Over what another view has drawn here, too.
      renderer.render(this.#scenes.lay, this.#camera);
      this.#aim(lens);
      this.boxes.look([width, height], this.#ratio, only ? this.boxes.indexOf(only) : -1, rim);
      renderer.render(this.#scenes.boxes, this.#camera);
    }
    this.grips.update(grips, under, screen, this.#ratio, accent);
    if (grips.length === 0) return;
    renderer.setScissorTest(false);
    renderer.setViewport(0, 0, ...screen);
    renderer.render(this.#scenes.grips, this.#camera);
  }

  dispose(): void {
    for (const part of [this.points, this.boxes, this.grips, this.grid]) part.dispose();
    this.#lay.geometry.dispose();
    this.#lay.material.dispose();
    this.#material.dispose();
    this.#colours.dispose();
    this.#aside.depthTexture?.dispose();
    this.#aside.dispose();
    this.#renderer.dispose();
  }

  #makeLay(): Mesh<BufferGeometry, RawShaderMaterial> {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
    const mesh = new Mesh(
      geometry,
      new RawShaderMaterial({
        uniforms: { uPoints: { value: this.#aside.texture }, uDepths: { value: this.#aside.depthTexture } },
        glslVersion: GLSL3,
        vertexShader: layVertexShader,
        fragmentShader: layFragmentShader,
        blending: NoBlending,
        depthFunc: AlwaysDepth,
      }),
    );
    mesh.frustumCulled = false;
    return mesh;
  }

  #look({ size, colourBy, up, shown, ramp }: PointLook): void {
    const uniforms = this.#uniforms;
    const lift = up[0] * this.#origin[0] + up[1] * this.#origin[1] + up[2] * this.#origin[2];
    uniforms.uSize.value = Math.max(1, size * this.#ratio);
    uniforms.uColourBy.value = COLOUR_BY[colourBy];
    uniforms.uUp.value.set(...up);
    const [least, most] = shown ? [shown[0] - lift, shown[1] - lift] : [-1e30, 1e30];
    uniforms.uShown.value.set(least, most);
    const [low, high] = [ramp[0] - lift, ramp[1] - lift];
    uniforms.uRamp.value.set(low, high > low ? high : low + 1);
  }

  #clip(box: PointShot['box']): void {
    const uniforms = this.#uniforms;
    uniforms.uBox.value = box ? BOX[box.does] : BOX.none;
    if (box) {
      const {
        centre,
        half,
        axes: [x, y, z],
      } = box.solid;
      uniforms.uBoxCentre.value.set(...minus(centre, this.#origin));
      uniforms.uBoxHalf.value.set(...half);
      // By rows here; its columns are the axes.
      uniforms.uBoxAxes.value.set(x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2]);
    }
    this.#material.uniformsNeedUpdate = true;
  }

  #aim(lens: Lens): void {
    const matrices = matricesOf(lens, this.#origin);
    const camera = this.#camera;
    camera.projectionMatrix.fromArray(matrices.lens);
    camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();
    camera.matrixWorldInverse.fromArray(matrices.view);
    camera.matrixWorld.copy(camera.matrixWorldInverse).invert();
  }

  /** Device pixels, from the lower left corner. */
  #pixels({ left, top, width, height }: Panel): readonly [x: number, y: number, width: number, height: number] {
    const ratio = this.#ratio;
    const [x, right] = [Math.round(left * ratio), Math.round((left + width) * ratio)];
    const [upper, lower] = [Math.round(top * ratio), Math.round((top + height) * ratio)];
    return [x, this.#height - lower, right - x, lower - upper];
  }
}
