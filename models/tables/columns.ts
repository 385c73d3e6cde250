/** The kinds of columns that tables are made of, each said once, with the type its values have here. */
import { DataTypes, type ModelAttributeColumnOptions } from 'sequelize';

/** `value` is never there: it only tells the compiler what the column holds. */
export interface Column<Value> extends ModelAttributeColumnOptions {
  readonly value?: Value;
}

/** May be left out when a row is made: the database fills it in. */
export interface FilledIn<Value> extends Column<Value> {
  readonly filledIn: true;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** Part of the primary key; every table's begins with `tenantId`. */
export const keyUuid: Column<string> = { type: DataTypes.UUID, primaryKey: true, allowNull: false };
export const keyText: Column<string> = { type: DataTypes.TEXT, primaryKey: true, allowNull: false };
export const keyInteger: Column<number> = { type: DataTypes.INTEGER, primaryKey: true, allowNull: false };
/** Numbered by the database. */
export const keyLarge: FilledIn<number> = { type: DataTypes.BIGINT, primaryKey: true, filledIn: true };

export const uuid: Column<string> = { type: DataTypes.UUID, allowNull: false };
export const uuidOrNull: Column<string | null> = { type: DataTypes.UUID };
export const text: Column<string> = { type: DataTypes.TEXT, allowNull: false };
export const textOrNull: Column<string | null> = { type: DataTypes.TEXT };
export const texts: Column<string[]> = { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false };
export const integer: Column<number> = { type: DataTypes.INTEGER, allowNull: false };
export const integerOrNull: Column<number | null> = { type: DataTypes.INTEGER };
/** Minor units of a currency, or a place in a long line: bigint in the database, a safe integer here. */
export const large: Column<number> = { type: DataTypes.BIGINT, allowNull: false };
export const largeOrNull: Column<number | null> = { type: DataTypes.BIGINT };
export const flag: Column<boolean> = { type: DataTypes.BOOLEAN, allowNull: false };
export const json: Column<object> = { type: DataTypes.JSONB, allowNull: false };
export const jsonOrNull: Column<object | null> = { type: DataTypes.JSONB };
export const instant: Column<Date> = { type: DataTypes.DATE, allowNull: false };
export const instantOrNull: Column<Date | null> = { type: DataTypes.DATE };

/** A column with a default in the database. */
export function filledIn<Value>(column: Column<Value>): FilledIn<Value> {
  return { ...column, allowNull: true, filledIn: true };
}
