const unusable = /[<>:"/\\|?*\p{Cc}]|[. ]$|^\.{1,2}$/u

/** One folder's own name. What Windows forbids is refused everywhere: vaults and dossiers must be movable. */
export const isPortableName = (name: string): boolean => !unusable.test(name)
