export const listIds = ["acts", "rights"] as const
export type ListId = (typeof listIds)[number]
