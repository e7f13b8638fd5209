import { NodePointProgram, type NodeProgramType } from 'sigma/rendering';
import type { practices } from '../words/practices.js';

type Shape = (typeof practices)[number]['shape'];

/** Distance of a point inside the mark to its edge; the mark's half width is 1 and y grows downwards. */
const insides: Readonly<Record<Shape, string>> = {
  circle: '0.9 - length(at)',
  square: '0.8 - max(abs(at.x), abs(at.y))',
  triangle: 'min(0.765 - at.y, 0.87 * (0.564 * (at.y + 0.99) - abs(at.x)))',
};

/** Fills a mark and darkens its rim, which sets pale colours off from a white ground. */
const fragmentShader = (inside: string): string => `
precision mediump float;

varying vec4 v_color;
varying float v_border;

void main(void) {
  vec2 at = 2.0 * gl_PointCoord - 1.0;
  float inside = ${inside};
  float pixel = 2.0 * v_border;
  #ifdef PICKING_MODE
  gl_FragColor = inside > 0.0 ? v_color : vec4(0.0);
  #else
  vec3 fill = mix(0.6 * v_color.rgb, v_color.rgb, clamp(inside / pixel - 1.0, 0.0, 1.0));
  gl_FragColor = mix(vec4(0.0), vec4(fill, 1.0), clamp(inside / pixel + 0.5, 0.0, 1.0));
  #endif
}`;

function shapeProgram(shape: Shape): NodeProgramType {
  return class extends NodePointProgram {
    override getDefinition(): ReturnType<NodePointProgram['getDefinition']> {
      return { ...super.getDefinition(), FRAGMENT_SHADER_SOURCE: fragmentShader(insides[shape]) };
    }
  };
}

/** How sigma draws each shape of the relationship states. */
export const shapePrograms = {
  circle: shapeProgram('circle'),
  square: shapeProgram('square'),
  triangle: shapeProgram('triangle'),
} satisfies Record<Shape, NodeProgramType>;
