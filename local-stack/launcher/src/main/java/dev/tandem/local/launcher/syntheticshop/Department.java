package dev.tandem.local.launcher.syntheticshop;

import static dev.tandem.local.launcher.syntheticshop.Product.consumable;
import static dev.tandem.local.launcher.syntheticshop.Product.lasting;

import java.util.List;

/** A category of the shop, with what is sold there. */
@SuppressWarnings("ImmutableEnumChecker") // its collections cannot be changed
enum Department {
    DINING(
            "category-1",
            "Table & Dining",
            List.of("Linen", "Cotton", "Stoneware", "Enamel", "Bamboo"),
            lasting("Table Runner", 14),
            lasting("Placemat Set", 12),
            lasting("Serving Bowl", 18),
            lasting("Cake Stand", 22),
            lasting("Teapot", 24),
            consumable("Napkins", 4),
            lasting("Egg Cups", 8)),
    KITCHEN(
            "category-2",
            "Kitchen",
            List.of("Enamel", "Oak", "Copper", "Ceramic", "Steel"),
            lasting("Measuring Cups", 11),
            lasting("Bread Bin", 28),
            lasting("Spice Rack", 19),
            lasting("Mixing Bowl", 15),
            lasting("Oven Glove", 9),
            consumable("Baking Cases", 3),
            consumable("Tea Towel Pack", 7)),
    CANDLES(
            "category-3",
            "Candles & Scents",
            List.of("Beeswax", "Soy", "Amber", "Lavender", "Cedar"),
            consumable("Pillar Candle", 7),
            consumable("Tealights", 4),
            consumable("Room Spray", 9),
            consumable("Incense Sticks", 5),
            consumable("Scent Diffuser", 13),
            lasting("Candle Holder", 10),
            lasting("Lantern", 21)),
    TEXTILES(
            "category-4",
            "Cushions & Throws",
            List.of("Linen", "Velvet", "Wool", "Cotton", "Jute"),
            lasting("Cushion", 17),
            lasting("Throw", 32),
            lasting("Floor Rug", 45),
            lasting("Doorstop", 12),
            lasting("Bed Quilt", 58),
            lasting("Curtain Tieback", 9)),
    WALLS(
            "category-5",
            "Wall Art & Clocks",
            List.of("Wooden", "Brass", "Canvas", "Driftwood", "Metal"),
            lasting("Photo Frame", 13),
            lasting("Wall Clock", 29),
            lasting("Art Print", 16),
            lasting("Mirror", 38),
            lasting("Coat Hooks", 15),
            lasting("Door Sign", 6)),
    GARDEN(
            "category-6",
            "Garden",
            List.of("Terracotta", "Zinc", "Willow", "Slate", "Cast Iron"),
            lasting("Planter", 16),
            lasting("Bird Feeder", 14),
            lasting("Watering Can", 19),
            lasting("Wind Chime", 12),
            lasting("Plant Labels", 5),
            consumable("Seed Collection", 6),
            consumable("Plant Food", 8)),
    STATIONERY(
            "category-7",
            "Stationery",
            List.of("Kraft", "Cloth", "Marbled", "Recycled", "Leather"),
            consumable("Notebook", 6),
            consumable("Writing Paper", 7),
            consumable("Gel Pens", 5),
            consumable("Sticky Notes", 3),
            lasting("Desk Tidy", 15),
            lasting("Photo Album", 20),
            lasting("Pencil Case", 8)),
    PARTY(
            "category-8",
            "Gift Wrap & Party",
            List.of("Paper", "Tissue", "Foil", "Satin", "Felt"),
            consumable("Gift Wrap", 4),
            consumable("Ribbon", 3),
            consumable("Paper Cups", 4),
            consumable("Greeting Cards", 6),
            lasting("Bunting", 11),
            lasting("Garland", 9),
            consumable("Party Bags", 5)),
    TOYS(
            "category-9",
            "Toys & Games",
            List.of("Wooden", "Felt", "Tin", "Knitted", "Painted"),
            lasting("Jigsaw", 13),
            lasting("Building Blocks", 22),
            lasting("Skittles", 17),
            lasting("Hand Puppet", 12),
            lasting("Spinning Top", 6),
            lasting("Memory Game", 11),
            consumable("Sticker Book", 4)),
    BATH(
            "category-10",
            "Bath & Body",
            List.of("Rose", "Oat", "Sea Salt", "Citrus", "Almond"),
            consumable("Soap Bar", 4),
            consumable("Bath Salts", 8),
            consumable("Hand Cream", 7),
            consumable("Body Scrub", 11),
            lasting("Soap Dish", 9),
            lasting("Bath Towel", 18),
            lasting("Wash Bag", 15)),
    BAGS(
            "category-11",
            "Bags & Purses",
            List.of("Canvas", "Jute", "Leather", "Oilcloth", "Quilted"),
            lasting("Tote Bag", 12),
            lasting("Lunch Bag", 10),
            lasting("Rucksack", 34),
            lasting("Coin Purse", 7),
            lasting("Weekend Bag", 48),
            lasting("Make-up Pouch", 11)),
    STORAGE(
            "category-12",
            "Storage",
            List.of("Wicker", "Tin", "Wooden", "Felt", "Wire"),
            lasting("Storage Basket", 18),
            lasting("Biscuit Tin", 11),
            lasting("Jewellery Box", 24),
            lasting("Magazine Rack", 27),
            lasting("Laundry Hamper", 36),
            lasting("Drawer Organiser", 14),
            consumable("Storage Bags", 5));

    private final String categoryId;
    private final String title;
    private final List<String> materials;
    private final List<Product> products;

    Department(String categoryId, String title, List<String> materials, Product... products) {
        this.categoryId = categoryId;
        this.title = title;
        this.materials = materials;
        this.products = List.of(products);
    }

    /** What people call it. */
    String title() {
        return title;
    }

    /** The id under which its items stand. */
    String categoryId() {
        return categoryId;
    }

    List<String> materials() {
        return materials;
    }

    List<Product> products() {
        return products;
    }
}
