import type { Slice, SlicePixels, StoredValues } from './slice.js';
import { isBrightLow, type Look } from './window.js';

/** Slices whose values stay with the graphics card. */
const KEPT = 8;

const vertices = `#version 300 es
void main() {
  // One triangle that covers all.
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`;

/** The same as `brightnessIn` (window.ts), of stored values in a texture. */
const fragments = (sampler: 'isampler2D' | 'usampler2D') => `#version 300 es
precision highp float;
precision highp int;
uniform highp ${sampler} stored;
uniform float height;
uniform vec2 modality;
uniform vec2 window;
uniform int curve;
uniform bool flipped;
out vec4 colour;
void main() {
  ivec2 place = ivec2(int(gl_FragCoord.x), int(height) - 1 - int(gl_FragCoord.y));
  float value = float(texelFetch(stored, place, 0).r) * modality.x + modality.y;
  float width = window.y;
  float brightness;
  if (curve == 2) brightness = 1.0 / (1.0 + exp(-4.0 * (value - window.x) / width));
  else if (curve == 1) brightness = (value - window.x) / width + 0.5;
  else {
    float middle = window.x - 0.5;
    float half_ = (width - 1.0) / 2.0;
    if (value <= middle - half_) brightness = 0.0;
    else if (value > middle + half_) brightness = 1.0;
    else brightness = (value - middle) / (width - 1.0) + 0.5;
  }
  brightness = clamp(brightness, 0.0, 1.0);
  colour = vec4(vec3(flipped ? 1.0 - brightness : brightness), 1.0);
}`;

export interface WindowedGraphics {
  readonly isLost: boolean;
  /** Undefined where it cannot: colours, values of more than 16 bits, too large, or the context is lost. */
  draw(slice: Slice, pixels: SlicePixels, look: Look): OffscreenCanvas | undefined;
  dispose(): void;
}

type Context = WebGL2RenderingContext;
interface Program {
  readonly program: WebGLProgram;
  readonly at: (name: string) => WebGLUniformLocation | null;
}

/** @param fast only where a graphics card does it; undefined where it is refused */
export function openWindowedGraphics(fast: boolean): WindowedGraphics | undefined {
  const canvas = new OffscreenCanvas(1, 1);
  const gl = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    failIfMajorPerformanceCaveat: fast,
  });
  if (!gl) return undefined;
  const programs = { signed: programOf(gl, 'isampler2D'), unsigned: programOf(gl, 'usampler2D') };
  const { signed, unsigned } = programs;
  if (!signed || !unsigned) return undefined;
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.disable(gl.DITHER);
  const largest = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
  const textures = new Map<StoredValues, WebGLTexture>();

  /** Undefined where there is no memory for it. */
  const textureFor = ({ width, height, values }: Extract<SlicePixels, { kind: 'grey' }>): WebGLTexture | undefined => {
    const kept = textures.get(values);
    textures.delete(values);
    const texture = kept ?? uploaded(gl, width, height, values);
    if (!texture) return undefined;
    textures.set(values, texture);
    for (const [old, unused] of textures) {
      if (textures.size <= KEPT) break;
      textures.delete(old);
      gl.deleteTexture(unused);
    }
    return texture;
  };

  return {
    get isLost() {
      return gl.isContextLost();
    },
    draw(slice, pixels, look) {
      const { width, height } = pixels;
      if (pixels.kind === 'colour' || pixels.values.BYTES_PER_ELEMENT > 2) return undefined;
      if (gl.isContextLost() || Math.max(width, height) > largest) return undefined;
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      const texture = textureFor(pixels);
      if (!texture) return undefined;
      const { program, at } = pixels.values instanceof Int16Array ? signed : unsigned;
      gl.useProgram(program);
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.viewport(0, 0, width, height);
      const { window } = look;
      gl.uniform1f(at('height'), height);
      gl.uniform2f(at('modality'), slice.slope, slice.intercept);
      gl.uniform2f(at('window'), window.center, window.width);
      gl.uniform1i(at('curve'), window.curve === 'sigmoid' ? 2 : window.curve === 'exact' ? 1 : 0);
      gl.uniform1i(at('flipped'), isBrightLow(slice, look) ? 1 : 0);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
      return gl.isContextLost() ? undefined : canvas;
    },
    dispose() {
      gl.getExtension('WEBGL_lose_context')?.loseContext();
      textures.clear();
    },
  };
}

function programOf(gl: Context, sampler: 'isampler2D' | 'usampler2D'): Program | undefined {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertices],
    [gl.FRAGMENT_SHADER, fragments(sampler)],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) return undefined;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return undefined;
  const places = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    at(name) {
      if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name));
      return places.get(name) ?? null;
    },
  };
}

function uploaded(gl: Context, width: number, height: number, values: StoredValues): WebGLTexture | undefined {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  for (const side of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, side, gl.NEAREST);
  const [inner, kind] =
    values instanceof Int16Array
      ? [gl.R16I, gl.SHORT]
      : values instanceof Uint16Array
        ? [gl.R16UI, gl.UNSIGNED_SHORT]
        : [gl.R8UI, gl.UNSIGNED_BYTE];
  gl.texImage2D(gl.TEXTURE_2D, 0, inner, width, height, 0, gl.RED_INTEGER, kind, values);
  if (gl.getError() === gl.NO_ERROR) return texture;
  gl.deleteTexture(texture);
  return undefined;
}
