package page

import "github.com/dateline-go/dateline"

// role is what a block is.
type role uint8

// The roles. Those up to roleCaption are the story, the rest stands beside it.
const (
	roleNone role = iota
	roleHeadline
	roleKicker
	roleDek
	roleHeading
	roleParagraph
	roleQuote
	roleItem
	roleCaption
	roleByline
	roleDate
	roleAuthorBox
	roleTip
	roleRelated
	roleMostRead
	roleFollow
	roleNewsletter
	roleComments
	roleCookies
	roleNavigation
	roleAdvert
	roleOther
)

// isBody reports whether the role is part of the story below its headline.
func (r role) isBody() bool { return roleHeading <= r && r <= roleCaption }

// block returns the kind of block that a role of the story makes.
func (r role) block() dateline.BlockKind {
	switch r {
	case roleHeadline:
		return dateline.BlockHeadline
	case roleKicker:
		return dateline.BlockKicker
	case roleDek:
		return dateline.BlockDek
	case roleHeading:
		return dateline.BlockHeading
	case roleQuote:
		return dateline.BlockQuote
	case roleItem:
		return dateline.BlockItem
	case roleCaption:
		return dateline.BlockCaption
	}
	return dateline.BlockParagraph
}

// furniture returns the kind of furniture that a role beside the story makes.
func (r role) furniture() dateline.FurnitureKind {
	switch r {
	case roleByline:
		return dateline.FurnitureByline
	case roleDate:
		return dateline.FurnitureDate
	case roleAuthorBox:
		return dateline.FurnitureAuthorBox
	case roleTip:
		return dateline.FurnitureTip
	case roleRelated:
		return dateline.FurnitureRelated
	case roleMostRead:
		return dateline.FurnitureMostRead
	case roleFollow:
		return dateline.FurnitureFollow
	case roleNewsletter:
		return dateline.FurnitureNewsletter
	case roleComments:
		return dateline.FurnitureComments
	case roleCookies:
		return dateline.FurnitureCookies
	case roleNavigation:
		return dateline.FurnitureNavigation
	case roleAdvert:
		return dateline.FurnitureAdvert
	}
	return dateline.FurnitureOther
}
