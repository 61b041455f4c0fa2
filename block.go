package dateline

// BlockKind says what a block of the story is.
type BlockKind string

// The kinds of block that make up a story.
const (
	BlockHeadline  BlockKind = "headline"
	BlockKicker    BlockKind = "kicker" // the short line beside a headline
	BlockDek       BlockKind = "dek"    // the standfirst: the story in a sentence or two
	BlockDateline  BlockKind = "dateline"
	BlockHeading   BlockKind = "heading"
	BlockParagraph BlockKind = "paragraph"
	BlockQuote     BlockKind = "quote" // a pull quote or block quotation
	BlockItem      BlockKind = "item"  // an entry of a list
	BlockCaption   BlockKind = "caption"
)

// Block is one piece of the story in reading order. No sentence, token or name
// runs across two blocks.
type Block struct {
	Kind  BlockKind `json:"kind"`
	Start int       `json:"start"`
	End   int       `json:"end"`
}

// Span returns the place of the block in the text.
func (b Block) Span() Span { return Span{b.Start, b.End} }

// Section is a run of blocks under one heading. The opening section has none.
type Section struct {
	// Heading holds the words of the heading, "" for the opening section.
	Heading string `json:"heading"`
	// Start is where the section's heading begins, or its first block.
	Start int `json:"start"`
	End   int `json:"end"`
}

// Span returns the place of the section in the text.
func (s Section) Span() Span { return Span{s.Start, s.End} }

// Author is one name of the byline.
type Author struct {
	Name string `json:"name"`
	// Bio is what the page's author box says, "" where it has none.
	Bio string `json:"bio,omitempty"`
}

// Image is a picture of the story.
type Image struct {
	URL     string `json:"url"`
	Caption string `json:"caption,omitempty"`
}

// FurnitureKind says what a part of the page beside the story is.
type FurnitureKind string

// The kinds of page furniture.
const (
	FurnitureAuthorBox  FurnitureKind = "author-box"
	FurnitureByline     FurnitureKind = "byline"
	FurnitureDate       FurnitureKind = "date"
	FurnitureTip        FurnitureKind = "tip" // "Have a tip we should know?"
	FurnitureRelated    FurnitureKind = "related"
	FurnitureMostRead   FurnitureKind = "most-read"
	FurnitureFollow     FurnitureKind = "follow"
	FurnitureNewsletter FurnitureKind = "newsletter"
	FurnitureComments   FurnitureKind = "comments"
	FurnitureCookies    FurnitureKind = "cookies"
	FurnitureNavigation FurnitureKind = "navigation"
	FurnitureAdvert     FurnitureKind = "advert"
	FurnitureOther      FurnitureKind = "other"
)

// Furniture is a part of the page that is not the story, kept with its words.
type Furniture struct {
	Kind FurnitureKind `json:"kind"`
	Text string        `json:"text"`
}

// LinkKind says where on the page a link stands.
type LinkKind string

// The kinds of link.
const (
	LinkRelated  LinkKind = "related"   // "Read more", "See also", teasers
	LinkMostRead LinkKind = "most-read" // a ranked list of the site
	LinkStory    LinkKind = "story"     // inside the story's own words
)

// Link is a link to another page, or a teaser whose address is not known.
type Link struct {
	Kind  LinkKind `json:"kind"`
	Title string   `json:"title"`
	URL   string   `json:"url,omitempty"`
	// Section is the section the list names for the entry.
	Section string `json:"section,omitempty"`
	// Rank is the place in a ranked list, from 1; 0 where the list gives none.
	Rank int `json:"rank,omitempty"`
	// Age is the age as written, such as "3 years ago".
	Age string `json:"age,omitempty"`
	// Published is the age counted back from the page's retrieval, where that is known.
	Published Date `json:"published,omitzero"`
}
