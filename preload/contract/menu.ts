import { z } from 'zod';
import { commandSchema } from './command.ts';
import { jobThingSchema } from './job.ts';
import { routeSchema } from './route.ts';

/** What a menu entry does. */
export const menuDeedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), command: commandSchema }),
  z.object({ kind: z.literal('copy'), text: z.string() }),
  z.object({ kind: z.literal('route'), route: routeSchema }),
  /** Runs a job that asks nothing. Should it ask after all, `route` leads to where it does. */
  z.object({
    kind: z.literal('job'),
    name: z.string(),
    thing: jobThingSchema.omit({ row: true }),
    route: routeSchema,
  }),
  z.object({ kind: z.literal('quit') }),
]);
export type MenuDeed = z.infer<typeof menuDeedSchema>;

/** One line of the tray's menu. Menus have at most two levels, because deeper ones misbehave on some desktops. */
export interface MenuNode {
  /** Unique in its menu, and the same as long as the line means the same thing. */
  id: string;
  type: 'item' | 'separator' | 'heading';
  label: string;
  /** Second, quieter text at the right: a status, an estimate, a price. Native menus append it to the label. */
  detail: string | null;
  isEnabled: boolean;
  deed: MenuDeed | null;
  children: MenuNode[];
}
export const menuNodeSchema: z.ZodType<MenuNode> = z.lazy(() =>
  z.object({
    id: z.string(),
    type: z.enum(['item', 'separator', 'heading']),
    label: z.string(),
    detail: z.string().nullable(),
    isEnabled: z.boolean(),
    deed: menuDeedSchema.nullable(),
    children: z.array(menuNodeSchema),
  }),
);
