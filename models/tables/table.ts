/** A table as Sequelize knows it: its columns, and the types of its rows that follow from them. */
import type { Model, ModelStatic, Sequelize } from 'sequelize';
import type { Column, Columns, FilledIn } from './columns';

export interface Table<Shape extends Columns> {
  readonly name: string;
  readonly columns: Shape;
}

export function table<Shape extends Columns>(name: string, columns: Shape): Table<Shape> {
  return { name, columns };
}

type ValueOf<Kind> = Kind extends Column<infer Value> ? Value : never;

export type RowOf<Shape extends Columns> = { -readonly [Name in keyof Shape]: ValueOf<Shape[Name]> };

type OptionalIn<Shape extends Columns> = {
  [Name in keyof Shape]: Shape[Name] extends FilledIn<unknown>
    ? Name
    : null extends ValueOf<Shape[Name]>
      ? Name
      : never;
}[keyof Shape];

/** What a new row needs: all but what may be null or is filled in. */
export type NewRowOf<Shape extends Columns> = Omit<RowOf<Shape>, OptionalIn<Shape>> &
  Partial<Pick<RowOf<Shape>, OptionalIn<Shape>>>;

export type ModelOf<Shape extends Columns> = ModelStatic<Model<RowOf<Shape>, NewRowOf<Shape>> & RowOf<Shape>>;

/** The model of a table on one database; columns are named with underscores there. */
export function defineModel<Shape extends Columns>(sequelize: Sequelize, made: Table<Shape>): ModelOf<Shape> {
  const options = { tableName: made.name, timestamps: false, underscored: true };
  const columns = Object.fromEntries(
    Object.entries(made.columns).map(([name, column]) => [name, { ...column }]),
  );
  return sequelize.define(made.name, columns, options) as unknown as ModelOf<Shape>;
}
