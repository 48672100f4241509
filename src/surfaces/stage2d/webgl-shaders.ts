import { DASH, DOT, STROKE_WEIGHT } from './paint-layers.js';
import { KIND } from './webgl-instances.js';

const number = (value: number): string => value.toFixed(3);
const kinds = Object.entries(KIND)
  .map(([name, value]) => `const int ${name.toUpperCase()} = ${value};`)
  .join('\n');

/**
 * One instance is a box, an ellipse, a line, a dot or a triangle; strokes and dots are as wide at any zoom.
 * Boxes, ellipses: `aA` is the middle, `aB` half of the size, `aC` cosine and sine of the turn.
 * Lines: from `aA` to `aB`; `aC.x` is how far along its path it begins. Triangles: the corners. All in image pixels.
 */
export const vertexShader = `#version 300 es
precision highp float;
in vec2 aA;
in vec2 aB;
in vec2 aC;
in vec4 aColour;
in vec4 aStyle;
/** Image pixels to device pixels of the surface. */
uniform mat3 uCamera;
uniform vec2 uScreen;
uniform float uScale;
uniform float uRatio;
out vec2 vAt;
flat out vec2 vHalf;
flat out vec4 vColour;
flat out vec4 vLook;
flat out float vAlong;
${kinds}
vec4 clip(vec2 device) { return vec4(device.x / uScreen.x * 2.0 - 1.0, 1.0 - device.y / uScreen.y * 2.0, 0.0, 1.0); }
vec2 device(vec2 image) { return (uCamera * vec3(image, 1.0)).xy; }
void main() {
  vec4 style = floor(aStyle * 255.0 + 0.5);
  int kind = int(style.x);
  // From the CSS pixels that a layer asks for to whole device pixels, as the canvas painter has it.
  float stroke = floor(style.y * 0.25 * ${number(STROKE_WEIGHT)} * uRatio + 0.5);
  vColour = aColour;
  vLook = vec4(style.x, stroke, style.z, aStyle.w);
  vAlong = 0.0;
  vAt = vec2(0.0);
  vHalf = vec2(0.0);
  if (kind == TRIANGLE) {
    gl_Position = clip(device(gl_VertexID == 0 ? aA : gl_VertexID == 1 ? aB : aC));
    return;
  }
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
  vec2 middle = device(aA);
  mat2 axes = mat2(uCamera) / uScale;
  float reach = stroke * 0.5 + uRatio + 1.0;
  if (kind == UPRIGHT) {
    // Edges on whole pixels are crisp; a stroke of an odd width has its middle between two.
    vec2 size = abs(mat2(uCamera) * aB) * 2.0;
    vec2 from = floor(middle - size * 0.5 + 0.5) + mod(stroke, 2.0) * 0.5;
    vHalf = floor(size + 0.5) * 0.5;
    middle = from + vHalf;
    axes = mat2(1.0);
  } else if (kind == LINE) {
    vec2 way = (aB - aA) * uScale;
    float length_ = length(way);
    vec2 turn = length_ > 0.0 ? way / length_ : vec2(1.0, 0.0);
    middle = device((aA + aB) * 0.5);
    axes = axes * mat2(turn.x, turn.y, -turn.y, turn.x);
    vHalf = vec2(length_ * 0.5, 0.0);
    vAlong = aC.x * uScale + vHalf.x;
  } else if (kind == DOT || kind == RING) {
    reach = ${number(DOT.radius + 2 * DOT.rim)} * uRatio + 1.0;
  } else {
    axes = axes * mat2(aC.x, aC.y, -aC.y, aC.x);
    vHalf = aB * uScale;
  }
  vAt = corner * (vHalf + reach);
  gl_Position = clip(middle + axes * vAt);
}
`;

export const fragmentShader = `#version 300 es
precision highp float;
in vec2 vAt;
flat in vec2 vHalf;
flat in vec4 vColour;
flat in vec4 vLook;
flat in float vAlong;
uniform float uRatio;
out vec4 colour;
${kinds}
float box(vec2 p, vec2 b) {
  vec2 d = abs(p) - b;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}
float ellipse(vec2 p, vec2 r) {
  float k = length(p / r);
  return k < 0.001 ? -min(r.x, r.y) : k * (k - 1.0) / length(p / (r * r));
}
float along(int kind) {
  if (kind == LINE) return vAt.x + vAlong;
  if (kind == ELLIPSE) return atan(vAt.y / vHalf.y, vAt.x / vHalf.x) * (vHalf.x + vHalf.y) * 0.5;
  return abs(vAt.x) - vHalf.x > abs(vAt.y) - vHalf.y ? vAt.y : vAt.x;
}
float cover(float d) { return clamp(0.5 - d, 0.0, 1.0); }
vec4 over(vec4 top, vec4 under) { return top + under * (1.0 - top.a); }
void main() {
  int kind = int(vLook.x);
  vec4 ink = vec4(vColour.rgb, 1.0);
  if (kind == TRIANGLE) {
    colour = ink * vColour.a;
    return;
  }
  // Light or dark, whichever stands out.
  vec4 shade = vec4(vec3(dot(vColour.rgb, vec3(0.299, 0.587, 0.114)) > ${number(150 / 255)} ? 0.0 : 1.0), 1.0);
  if (kind == DOT || kind == RING) {
    float d = length(vAt) - ${number(DOT.radius)} * uRatio;
    float rim = ${number(DOT.rim / 2)} * uRatio;
    colour = kind == DOT
      ? over(shade * cover(abs(d) - rim), ink * cover(d))
      : over(ink * cover(abs(d) - rim), shade * cover(abs(d) - rim * ${number(DOT.ring)}));
    return;
  }
  float d = kind == ELLIPSE ? ellipse(vAt, max(vHalf, vec2(0.01))) : box(vAt, vHalf);
  float edge = abs(d) - vLook.y * 0.5;
  float gap = vLook.z > 0.5 && mod(along(kind), ${number(DASH[0] + DASH[1])} * uRatio) > ${number(DASH[0])} * uRatio ? 0.0 : 1.0;
  float line = vLook.y > 0.0 ? cover(edge) * gap : 0.0;
  float halo = vLook.y > 0.0 ? cover(edge - uRatio) * vLook.w : 0.0;
  // A line with a halo is only that: its stroke comes when the halos of all lines are there.
  if (kind == LINE && vLook.w > 0.0) line = 0.0;
  colour = over(ink * line, over(shade * halo, ink * cover(d) * vColour.a));
}
`;
