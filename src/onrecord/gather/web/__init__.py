"""Pages and feeds from the web, only where it was asked for: checked addresses, bounds, and manners."""
